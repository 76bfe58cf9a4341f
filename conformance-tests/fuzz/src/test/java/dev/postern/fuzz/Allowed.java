package dev.postern.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.derive.Formats;
import dev.postern.conformance.derive.Samples;
import dev.postern.conformance.description.Parameter;

/** Whether a schema forbids a value, as far as that is beyond dispute. */
final class Allowed {

    private Allowed() {
    }

    /** Whether the schema forbids what stands in a body, or it is no JSON at all. */
    static boolean forbids(JsonNode schema, String json) {
        try {
            return json.isBlank() || forbids(schema, Json.parse(json));
        } catch (JsonProcessingException | NumberFormatException e) {
            // No JSON, or a number with an exponent that no number here has.
            return true;
        }
    }

    /** Whether the schema forbids the text of a parameter; what is corrected is not forbidden. */
    static boolean forbids(Parameter parameter, String text) {
        JsonNode schema = parameter.schema();
        if (parameter.clamped()) {
            return false;
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> !text.matches("[+-]?\\d+") || forbidsNumber(schema, Json.MAPPER.getNodeFactory().numberNode(new java.math.BigInteger(text)));
            case "string" -> forbidsText(schema, text);
            default -> false;
        };
    }

    private static boolean forbids(JsonNode schema, JsonNode value) {
        String type = schema.path("type").asText();
        if (value.isNull()) {
            return !schema.path("nullable").asBoolean() && !type.isEmpty();
        }
        if (type.equals("integer") && value.isNumber() && !value.isIntegralNumber()) {
            // 1.0 and 1e2 are integers to some.
            return value.decimalValue().stripTrailingZeros().scale() > 0;
        }
        return !Formats.isOf(type, value) || value.isTextual() && forbidsText(schema, value.textValue())
                || value.isNumber() && forbidsNumber(schema, value);
    }

    private static boolean forbidsText(JsonNode schema, String text) {
        int length = text.codePointCount(0, text.length());
        boolean listed = !schema.has("enum");
        for (JsonNode member : schema.path("enum")) {
            listed |= member.asText().equals(text);
        }
        return !listed || length < schema.path("minLength").asInt(0)
                || length > schema.path("maxLength").asInt(Integer.MAX_VALUE)
                || !Samples.strings(schema, false).matches(text)
                || text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean forbidsNumber(JsonNode schema, JsonNode value) {
        boolean listed = !schema.has("enum");
        for (JsonNode member : schema.path("enum")) {
            listed |= member.decimalValue().compareTo(value.decimalValue()) == 0;
        }
        return !listed || schema.has("minimum") && value.decimalValue().compareTo(schema.path("minimum").decimalValue()) < 0
                || schema.has("maximum") && value.decimalValue().compareTo(schema.path("maximum").decimalValue()) > 0
                || schema.path("format").asText().matches("int(32|64)")
                && Formats.justBreaks(schema.path("format").asText(), value);
    }
}
