package dev.postern.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.conformance.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The states in seeds/. A file may start {@code from} another and {@code patch} what comes of it, and may have parts,
 * the files in a folder of its name.
 */
public final class Seeds {

    private final ClassLoader loader;
    private final Map<String, JsonNode> composed = new HashMap<>();

    public Seeds(ClassLoader loader) {
        this.loader = loader;
    }

    /** The state by its name, the same tree each time. */
    public JsonNode get(String name) {
        JsonNode known = composed.get(name);
        if (known == null) {
            known = compose(name);
            composed.put(name, known);
        }
        return known;
    }

    private JsonNode compose(String name) {
        ObjectNode own = file("seeds/" + name + ".yaml");
        if (own == null) {
            throw new IllegalArgumentException("there is no seed " + name);
        }
        JsonNode from = own.remove("from");
        JsonNode patches = own.remove("patch");
        JsonNode state = merged(from == null ? Json.object() : get(from.textValue()), own);
        for (String part : Json.resources(loader, "seeds/" + name)) {
            state = merged(state, file(part));
        }
        return patches == null ? state
                : Patch.apply(state, List.of(Json.bind(patches, Patch[].class, "seeds/" + name + ".yaml, patch")));
    }

    private ObjectNode file(String name) {
        JsonNode tree = Json.resource(loader, name);
        return tree == null ? null : tree instanceof ObjectNode object ? object : Json.object();
    }

    /** Objects are merged field by field, of lists the elements with the same id; others are added behind. */
    private static JsonNode merged(JsonNode under, JsonNode over) {
        if (under instanceof ObjectNode && over instanceof ObjectNode) {
            ObjectNode merged = under.deepCopy();
            over.fields().forEachRemaining(field -> merged.set(field.getKey(),
                    merged.has(field.getKey()) ? merged(merged.get(field.getKey()), field.getValue()) : field.getValue()));
            return merged;
        }
        if (under instanceof ArrayNode && over instanceof ArrayNode) {
            List<JsonNode> elements = new ArrayList<>();
            under.forEach(elements::add);
            for (JsonNode element : over) {
                int at = element.has("id") ? ids(elements).indexOf(element.get("id")) : -1;
                if (at < 0) {
                    elements.add(element);
                } else {
                    elements.set(at, merged(elements.get(at), element));
                }
            }
            return Json.MAPPER.createArrayNode().addAll(elements);
        }
        return over;
    }

    private static List<JsonNode> ids(List<JsonNode> elements) {
        return elements.stream().map(element -> element.path("id")).toList();
    }
}
