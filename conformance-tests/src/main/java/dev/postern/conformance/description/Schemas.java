package dev.postern.conformance.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.conformance.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Schemas without references and without allOf, so that what holds for a value stands in one place. */
public final class Schemas {

    private final Description description;

    Schemas(Description description) {
        this.description = description;
    }

    /** What the schema says once references are followed and allOf is merged; what stands beside an allOf wins. */
    ObjectNode flatten(JsonNode schema) {
        ObjectNode flat = Json.object();
        JsonNode resolved = description.resolve(schema);
        for (JsonNode part : resolved.path("allOf")) {
            merge(flat, flatten(part));
        }
        ObjectNode own = Json.object();
        resolved.fields().forEachRemaining(entry -> {
            switch (entry.getKey()) {
                case "allOf" -> { }
                case "properties" -> {
                    ObjectNode properties = own.putObject("properties");
                    entry.getValue().fields().forEachRemaining(p -> properties.set(p.getKey(), flatten(p.getValue())));
                }
                case "items" -> own.set("items", flatten(entry.getValue()));
                case "oneOf", "anyOf", "not", "discriminator" -> throw new IllegalArgumentException(
                        description + ": the kit does not know " + entry.getKey() + " yet");
                default -> own.set(entry.getKey(), entry.getValue());
            }
        });
        merge(flat, own);
        return flat;
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.fields().forEachRemaining(entry -> {
            JsonNode present = into.get(entry.getKey());
            if (entry.getKey().equals("properties") && present instanceof ObjectNode properties) {
                properties.setAll((ObjectNode) entry.getValue());
            } else if (entry.getKey().equals("required") && present instanceof ArrayNode required) {
                required.addAll((ArrayNode) entry.getValue());
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    /** Every value that a flat schema speaks of, by its pointer; {@code *} stands for the elements of an array. */
    public static Map<String, JsonNode> locations(JsonNode schema) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        visit(schema, "", found);
        return found;
    }

    private static void visit(JsonNode schema, String pointer, Map<String, JsonNode> found) {
        found.put(pointer, schema);
        schema.path("properties").fields().forEachRemaining(property ->
                visit(property.getValue(), pointer + Json.pointer(java.util.List.of(property.getKey())), found));
        if (schema.has("items")) {
            visit(schema.path("items"), pointer + "/*", found);
        }
    }

    public static boolean requires(JsonNode schema, String property) {
        for (JsonNode name : schema.path("required")) {
            if (name.textValue().equals(property)) {
                return true;
            }
        }
        return false;
    }
}
