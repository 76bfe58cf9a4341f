package dev.postern.apig.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.data.JsonModels;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What can be set of a gateway, by {@code features.json}: as what it comes, and with what it can be configured.
 *
 * @param enable whether it is on in a new gateway
 * @param config its configuration there; null for none
 * @param model of what it can be configured with; null for nothing
 */
record FeatureKind(boolean enable, String config, JsonNode model) {

    private static final JsonModels MODELS = new JsonModels("/features.json");

    /** All that there are, by name. */
    static final Map<String, FeatureKind> ALL = all();

    private static Map<String, FeatureKind> all() {
        Map<String, FeatureKind> all = new TreeMap<>();
        MODELS.get("fixed").forEach(name -> all.put(name.textValue(), new FeatureKind(true, null, null)));
        MODELS.get("configured").properties().forEach(entry -> all.put(entry.getKey(), new FeatureKind(
            entry.getValue().get("enable").booleanValue(), entry.getValue().path("config").textValue(),
            entry.getValue().get("model"))));
        return all;
    }

    /** Whether it can be configured so. */
    boolean accepts(String wanted) {
        if (model == null) {
            return false;
        }
        // A switch is the bare word; everything else is JSON.
        Optional<JsonNode> value = model.has("as") ? Optional.of(TextNode.valueOf(wanted)) : JsonModels.parsed(wanted);
        return value.filter(given -> MODELS.fits(model, given)).isPresent();
    }

    /** Whether a configuration leaves it on: many have a switch of their own. */
    static boolean isOn(String config) {
        return config == null || !"off".equals(JsonModels.parsed(config)
            .map(tree -> tree.path("enable").textValue()).orElse(config));
    }
}
