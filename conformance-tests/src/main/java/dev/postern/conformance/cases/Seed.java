package dev.postern.conformance.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.postern.conformance.Json;
import java.util.List;

/**
 * The state that a case starts from: a file in seeds/, changed in places.
 *
 * @param name the file; {@code any} for a case that holds whatever the server contains
 * @param copies elements of lists to repeat, for cases about many of a thing
 */
public record Seed(String name, List<Patch> patch, List<Copies> copies) {

    public static final String ANY = "any";

    /** Elements made after the model of one; the last four characters of what varies become a number. */
    public record Copies(String of, int times, List<String> vary) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Seed read(JsonNode tree) {
        if (tree.isTextual()) {
            return new Seed(tree.textValue(), null, null);
        }
        Fields fields = Json.bind(tree, Fields.class, "seed");
        return new Seed(fields.name, fields.patch, fields.copies);
    }

    private record Fields(String name, List<Patch> patch, List<Copies> copies) {}

    public boolean any() {
        return ANY.equals(name);
    }

    public JsonNode apply(JsonNode file) {
        JsonNode state = Patch.apply(file, patch);
        for (Copies copy : copies == null ? List.<Copies>of() : copies) {
            JsonNode model = Json.at(state, copy.of);
            String list = copy.of.substring(0, copy.of.lastIndexOf('/'));
            if (model.isMissingNode()) {
                throw new IllegalArgumentException("seed " + name + " has nothing at " + copy.of);
            }
            // One change of the list at a time would copy the whole state for each of hundreds.
            ArrayNode all = Json.at(state, list).deepCopy();
            for (int i = 1; i <= copy.times; i++) {
                JsonNode made = model;
                for (String place : copy.vary) {
                    made = Json.with(made, place, numbered(Json.at(model, place), i));
                }
                all.add(made);
            }
            state = Json.with(state, list, all);
        }
        return state;
    }

    private static JsonNode numbered(JsonNode value, int number) {
        if (value.isNumber()) {
            return Json.MAPPER.getNodeFactory().numberNode(value.longValue() + number);
        }
        String text = value.asText();
        return Json.MAPPER.getNodeFactory().textNode(
                text.substring(0, Math.max(0, text.length() - 4)) + String.format("%04d", number));
    }
}
