package dev.postern.conformance.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import java.util.ArrayList;
import java.util.List;

/** Makes plain values that a schema allows, and the way to a place that a request does not have yet. */
public final class Samples {

    private Samples() {}

    /** A plain value that the schema allows. */
    public static JsonNode of(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> schema.has("minimum") ? schema.path("minimum") : IntNode.valueOf(1);
            case "boolean" -> BooleanNode.TRUE;
            case "array" -> {
                ArrayNode array = Json.MAPPER.createArrayNode();
                for (int i = 0; i < Math.max(1, schema.path("minItems").asInt()); i++) {
                    array.add(of(schema.path("items")));
                }
                yield array;
            }
            case "object" -> {
                ObjectNode object = Json.object();
                for (JsonNode name : schema.path("required")) {
                    object.set(name.textValue(), of(schema.path("properties").path(name.textValue())));
                }
                yield object;
            }
            default -> text(schema);
        };
    }

    private static JsonNode text(JsonNode schema) {
        if (schema.path("format").asText().equals("date-time")) {
            return Formats.edge("date-time");
        }
        Strings strings = strings(schema, false);
        String sample = strings.shortestNotEmpty();
        return TextNode.valueOf(sample == null ? strings.shortest() : sample);
    }

    /** The strings that the schema allows. */
    public static Strings strings(JsonNode schema, boolean inPath) {
        return new Strings(schema.path("pattern").asText(null), schema.path("minLength").asInt(0),
                schema.path("maxLength").asInt(-1), inPath);
    }

    /** The pointer with a number for every {@code *}: the last element that the body has, or the first. */
    public static String concrete(JsonNode body, String pointer) {
        List<String> found = new ArrayList<>();
        JsonNode node = body;
        for (String segment : Json.segments(pointer)) {
            String actual = segment.equals("*") ? String.valueOf(Math.max(0, node.size() - 1)) : segment;
            node = node.isArray() ? node.path(Integer.parseInt(actual)) : node.path(actual);
            found.add(actual);
        }
        return Json.pointer(found);
    }

    /** The body with everything that has to be there before something can be put at the pointer. */
    public static JsonNode wayTo(JsonNode body, JsonNode schema, String pointer) {
        JsonNode extended = body;
        JsonNode at = schema;
        List<String> done = new ArrayList<>();
        List<String> segments = Json.segments(pointer);
        for (int i = 0; i < segments.size() - 1; i++) {
            done.add(segments.get(i));
            at = at.path("type").asText().equals("array") ? at.path("items") : at.path("properties").path(segments.get(i));
            String place = Json.pointer(done);
            if (Json.at(extended, place).isMissingNode()) {
                extended = Json.with(extended, place, of(at));
            }
        }
        return extended;
    }

    /** What errors call a place of the body: names joined by dots, elements by their number. */
    static String name(String pointer) {
        StringBuilder name = new StringBuilder();
        for (String segment : Json.segments(pointer)) {
            if (segment.matches("\\d+")) {
                name.append('[').append(segment).append(']');
            } else {
                name.append(name.length() == 0 ? "" : ".").append(segment);
            }
        }
        return name.length() == 0 ? "body" : name.toString();
    }
}
