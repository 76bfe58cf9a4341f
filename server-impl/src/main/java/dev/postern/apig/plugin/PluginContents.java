package dev.postern.apig.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.apig.model.PluginType;
import dev.postern.data.JsonModels;

/** What plug-ins of each type can be set to, by the models in {@code plugin-models.json}. */
final class PluginContents {

    private static final JsonModels MODELS = new JsonModels("/plugin-models.json");

    private PluginContents() {
    }

    /**
     * Whether a content has the form of its type. What the model does not know is let through.
     *
     * @param content JSON text; as all of the vendor's examples but one have it, it may be escaped once too often
     */
    static boolean fits(PluginType type, String content) {
        return JsonModels.parsed(content)
            .or(() -> JsonModels.parsed("\"" + content + "\"").filter(JsonNode::isTextual)
                .flatMap(text -> JsonModels.parsed(text.textValue())))
            .filter(value -> MODELS.fits(MODELS.get(type.getValue()), value))
            .isPresent();
    }
}
