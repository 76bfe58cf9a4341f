package dev.postern.conformance.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One operation of a description, with every reference resolved.
 *
 * @param body the schema of a JSON request body, or null where there is none
 * @param answers the schema of the JSON answer by status; null for an answer without a body
 */
public record Operation(
        Description description,
        String id,
        String method,
        String path,
        String family,
        String summary,
        String dialect,
        List<Parameter> parameters,
        JsonNode body,
        boolean bodyRequired,
        Map<Integer, JsonNode> answers,
        Map<String, Example> examples) {

    public String api() {
        return description.api();
    }

    /** The schema of the 2xx answer; null where it has no body. */
    public JsonNode success() {
        return answers.entrySet().stream().filter(answer -> answer.getKey() / 100 == 2).map(Map.Entry::getValue)
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    public Parameter parameter(String in, String name) {
        return parameters.stream()
                .filter(p -> p.in().equals(in) && p.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Operation operation && operation.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
