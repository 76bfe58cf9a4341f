package dev.postern.conformance.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.description.Parameter;
import dev.postern.conformance.description.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists the rules that a description sets for requests. */
public final class Constraints {

    private static final List<String> OF_VALUES = List.of(
            "enum", "minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems");

    private Constraints() {}

    public static List<Constraint> of(Operation operation) {
        List<Constraint> found = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            ofParameter(operation, parameter, found);
        }
        if (operation.body() != null) {
            found.add(new Constraint(operation, "body:", "json", null, operation.body(), null));
            if (operation.bodyRequired()) {
                found.add(new Constraint(operation, "body:", "required", null, operation.body(), null));
            }
            Schemas.locations(operation.body()).forEach((pointer, schema) -> inBody(operation, pointer, schema, found));
        }
        return found;
    }

    private static void ofParameter(Operation operation, Parameter parameter, List<Constraint> found) {
        String location = parameter.location();
        JsonNode schema = parameter.schema();
        if (parameter.required() && !parameter.in().equals("path")) {
            found.add(new Constraint(operation, location, "required", null, schema, parameter));
        }
        if (!schema.path("type").asText().equals("string")) {
            found.add(new Constraint(operation, location, "type", schema.path("type"), schema, parameter));
        }
        if (schema.has("default") && parameter.in().equals("query")) {
            found.add(new Constraint(operation, location, "default", schema.path("default"), schema, parameter));
        }
        ofValue(operation, location, schema, parameter, found);
    }

    private static void inBody(Operation operation, String pointer, JsonNode schema, List<Constraint> found) {
        String location = "body:" + pointer;
        if (!pointer.isEmpty() && schema.has("type")) {
            found.add(new Constraint(operation, location, "type", schema.path("type"), schema, null));
        }
        // A field that nobody described is a slip of the caller's, unless the schema says that any will do.
        if (schema.path("type").asText().equals("object") && !schema.path("additionalProperties").asBoolean()
                && !schema.path("additionalProperties").isObject()) {
            found.add(new Constraint(operation, location, "unknown", null, schema, null));
        }
        for (JsonNode name : schema.path("required")) {
            found.add(new Constraint(operation, location + Json.pointer(List.of(name.textValue())), "required", null,
                    schema.path("properties").path(name.textValue()), null));
        }
        ofValue(operation, location, schema, null, found);
    }

    private static void ofValue(
            Operation operation, String location, JsonNode schema, Parameter parameter, List<Constraint> found) {
        for (String keyword : OF_VALUES) {
            if (schema.has(keyword)) {
                found.add(new Constraint(operation, location, keyword, schema.path(keyword), schema, parameter));
            }
        }
        String format = schema.path("format").asText("");
        boolean limited = schema.has("maximum") || schema.has("enum")
                // What is corrected at one end has no say about the other end of its type.
                || parameter != null && parameter.clamped();
        if (Formats.known(format) && !limited) {
            found.add(new Constraint(operation, location, "format", TextNode.valueOf(format), schema, parameter));
        }
    }

    /** The values of enums by the places where they can occur. */
    public static Map<String, JsonNode> enums(JsonNode schema, String prefix) {
        Map<String, JsonNode> found = new java.util.LinkedHashMap<>();
        Schemas.locations(schema).forEach((pointer, at) -> {
            if (at.has("enum")) {
                found.put(prefix + pointer, at.path("enum"));
            }
        });
        return found;
    }
}
