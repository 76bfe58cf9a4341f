package dev.postern.conformance.description;

import com.fasterxml.jackson.databind.JsonNode;

/** A parameter of an operation, with the extensions that say what becomes of bad values. */
public record Parameter(String name, String in, boolean required, JsonNode schema, JsonNode node) {

    public String location() {
        return in + ":" + name;
    }

    /** The name that errors use. */
    public String reportedAs() {
        return node.path("x-postern-reported-as").asText(name);
    }

    public String violation() {
        return node.path("x-postern-violation").asText(null);
    }

    public boolean clamped() {
        return node.has("x-postern-clamp");
    }

    /** What a value below the minimum becomes, or above the maximum; null where it is refused. */
    public JsonNode clamp(String side) {
        return node.path("x-postern-clamp").get(side);
    }
}
