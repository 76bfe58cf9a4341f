package dev.postern.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.postern.conformance.Json;
import java.util.List;

/** One value put into a document, or taken out of it. */
public record Patch(String path, JsonNode value, boolean remove) {

    public Patch(String path, JsonNode value) {
        this(path, value, false);
    }

    public static JsonNode apply(JsonNode tree, List<Patch> patches) {
        JsonNode patched = tree;
        for (Patch patch : patches == null ? List.<Patch>of() : patches) {
            patched = Json.with(patched, patch.path, patch.remove ? MissingNode.getInstance() : patch.value);
        }
        return patched;
    }
}
