package dev.postern.conformance.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.CaseFile;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.description.Parameter;
import dev.postern.conformance.description.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the description as they were when someone last compared them with their sources; a
 * server that is generated from the description follows every slip in it, so only this notices one.
 */
public final class Review {

    public static final String FILE = "bounds.yaml";

    private static final List<String> KEYWORDS = List.of("enum", "minLength", "maxLength", "pattern", "minimum", "maximum",
            "minItems", "maxItems", "format", "default", "nullable", "additionalProperties", "x-postern-violation");

    private Review() {}

    /** What the description says now. */
    private static ObjectNode snapshot(Descriptions descriptions, Map<String, CaseFile> files) {
        ObjectNode all = Json.object();
        for (Operation operation : descriptions.operations()) {
            ObjectNode rules = all.putObject(operation.id());
            for (Parameter parameter : operation.parameters()) {
                ObjectNode rule = rules(parameter.schema(), parameter.required());
                for (String extension : List.of("x-postern-clamp", "x-postern-violation", "x-postern-reported-as")) {
                    if (parameter.node().has(extension)) {
                        rule.set(extension, parameter.node().path(extension));
                    }
                }
                put(rules, parameter.location(), rule);
            }
            body(rules, "body:", operation.body());
            // All errors look alike, and what they look like is checked by comparing them.
            String like = files.getOrDefault(operation.id(), CaseFile.NONE).answersLike();
            operation.answers().forEach((status, schema) -> {
                if (schema != null && status < 400 && like != null) {
                    rules.set(status + ":", Json.object().put("answers_like", like));
                } else if (status < 400) {
                    body(rules, status + ":", schema);
                }
            });
        }
        return all;
    }

    /** The same as a file, one place to a line. */
    public static String text(Descriptions descriptions, Map<String, CaseFile> files) {
        StringBuilder text = new StringBuilder("# The rules of the description as they were last compared with their"
                + " sources. A change of the\n# description has to be made here as well; `Main --bounds` writes the"
                + " file anew.\n");
        snapshot(descriptions, files).fields().forEachRemaining(operation -> {
            text.append('\n').append(operation.getKey()).append(operation.getValue().isEmpty() ? ": {}\n" : ":\n");
            operation.getValue().fields().forEachRemaining(place -> text.append("  \"").append(place.getKey())
                    .append("\": ").append(Json.compact(place.getValue())).append('\n'));
        });
        return text.toString();
    }

    private static void body(ObjectNode rules, String prefix, JsonNode schema) {
        if (schema == null) {
            return;
        }
        Set<String> required = new LinkedHashSet<>();
        Schemas.locations(schema).forEach((pointer, at) -> {
            at.path("required").forEach(name -> required.add(pointer + Json.pointer(List.of(name.textValue()))));
            put(rules, prefix + pointer, rules(at, required.contains(pointer)));
        });
    }

    private static ObjectNode rules(JsonNode schema, boolean required) {
        ObjectNode rule = Json.object();
        if (required) {
            rule.put("required", true);
        }
        for (String keyword : KEYWORDS) {
            if (schema.has(keyword)) {
                rule.set(keyword, schema.path(keyword));
            }
        }
        return rule;
    }

    private static void put(ObjectNode rules, String location, ObjectNode rule) {
        if (!rule.isEmpty()) {
            rules.set(location, rule);
        }
    }

    /** Where the description has left what was reviewed. */
    public static List<String> differences(JsonNode reviewed, Descriptions descriptions, Map<String, CaseFile> files) {
        List<String> found = new ArrayList<>();
        ObjectNode now = snapshot(descriptions, files);
        for (String operation : names(reviewed, now)) {
            for (String location : names(reviewed.path(operation), now.path(operation))) {
                JsonNode before = reviewed.path(operation).path(location);
                JsonNode after = now.path(operation).path(location);
                for (String keyword : names(before, after)) {
                    if (!before.path(keyword).equals(after.path(keyword))) {
                        found.add(operation + " " + location + ": " + keyword + " was reviewed as "
                                + text(before.path(keyword)) + ", the description says " + text(after.path(keyword)));
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new LinkedHashSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String text(JsonNode node) {
        return node instanceof MissingNode ? "nothing" : Json.compact(node);
    }
}
