package dev.postern.conformance.derive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.description.Parameter;
import dev.postern.conformance.run.Exchange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule that a description sets for one place of a request.
 *
 * @param location {@code query:limit}, {@code body:/tags/*&#47;key}, …
 * @param keyword the word of the schema, or {@code required}, {@code json}, {@code unknown}
 * @param bound what the schema says beside the keyword
 * @param parameter the parameter that the rule is about; null for the body
 */
public record Constraint(
        Operation operation, String location, String keyword, JsonNode bound, JsonNode schema, Parameter parameter) {

    /** The two ways in which a rule is exercised. */
    public enum Side {
        /** A value that keeps to the rule, but only just. */
        KEPT,
        /** A value that only just breaks it; refused, or corrected where the parameter says so. */
        BROKEN
    }

    public String key() {
        return location + " " + keyword + (bound == null ? "" : " " + (bound.isTextual() ? bound.textValue() : bound));
    }

    public boolean inBody() {
        return parameter == null;
    }

    /** The pointer of a place in the body. */
    public String pointer() {
        return location.substring("body:".length());
    }

    /** What a value that breaks the rule counts as, or null where it is refused. */
    public JsonNode corrected() {
        return parameter == null || !parameter.clamped() ? null : switch (keyword) {
            case "minimum" -> parameter.clamp("below");
            case "maximum" -> parameter.clamp("above");
            // What is no number at all cannot be moved to a bound.
            case "type" -> schema.path("default");
            default -> null;
        };
    }

    /** The sides on which there is something to exercise. */
    public List<Side> sides() {
        return switch (keyword) {
            case "required", "type", "enum", "json", "unknown" -> List.of(Side.BROKEN);
            case "minLength", "minItems" -> bound.intValue() == 0 || bound.intValue() == 1 && inPath()
                    ? List.of(Side.KEPT) : List.of(Side.KEPT, Side.BROKEN);
            case "default" -> List.of(Side.KEPT);
            default -> List.of(Side.KEPT, Side.BROKEN);
        };
    }

    boolean inPath() {
        return parameter != null && parameter.in().equals("path");
    }

    /**
     * Whether the request exercised the rule on that side; whether it was answered as it should is another matter.
     *
     * @param body what the exchange sent, for reading it takes too long to do it for every rule
     */
    public boolean exercised(Side side, Exchange exchange, JsonNode body) {
        return switch (keyword) {
            case "json" -> exchange.sent() != null && body.isMissingNode();
            case "required", "default" -> lacks(exchange, body);
            case "unknown" -> values(exchange, body).stream().anyMatch(this::hasUnknown);
            default -> values(exchange, body).stream()
                    .anyMatch(value -> side == Side.KEPT ? justKeeps(value) : justBreaks(value));
        };
    }

    private List<JsonNode> values(Exchange exchange, JsonNode body) {
        if (inBody()) {
            return Json.all(body, pointer());
        }
        String text = exchange.sent(parameter);
        return text == null ? List.of() : List.of(typed(text));
    }

    private JsonNode typed(String text) {
        if (schema.path("type").asText().equals("integer") && text.matches("-?\\d+")) {
            return Json.MAPPER.getNodeFactory().numberNode(new java.math.BigInteger(text));
        }
        return Json.MAPPER.getNodeFactory().textNode(text);
    }

    private boolean lacks(Exchange exchange, JsonNode body) {
        if (!inBody()) {
            return exchange.sent(parameter) == null;
        }
        if (pointer().isEmpty()) {
            return exchange.sent() == null;
        }
        String parent = pointer().substring(0, pointer().lastIndexOf('/'));
        List<String> segments = Json.segments(pointer());
        String name = segments.get(segments.size() - 1);
        return Json.all(body, parent).stream().anyMatch(o -> o.isObject() && !o.has(name));
    }

    private boolean hasUnknown(JsonNode value) {
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        return names.stream().anyMatch(name -> !schema.path("properties").has(name));
    }

    private boolean justKeeps(JsonNode value) {
        return switch (keyword) {
            case "minLength", "maxLength" -> value.isTextual() && length(value) == bound.intValue();
            case "minItems", "maxItems" -> value.isArray() && value.size() == bound.intValue();
            case "minimum", "maximum" -> value.isNumber() && value.decimalValue().compareTo(bound.decimalValue()) == 0;
            case "pattern" -> value.isTextual() && value.textValue().matches(bound.textValue());
            case "format" -> Formats.justKeeps(bound.textValue(), value);
            default -> false;
        };
    }

    private boolean justBreaks(JsonNode value) {
        return switch (keyword) {
            case "minLength" -> value.isTextual() && length(value) == bound.intValue() - 1;
            case "maxLength" -> value.isTextual() && length(value) == bound.intValue() + 1;
            case "minItems" -> value.isArray() && value.size() == bound.intValue() - 1;
            case "maxItems" -> value.isArray() && value.size() == bound.intValue() + 1;
            case "minimum" -> isNext(value, -1);
            case "maximum" -> isNext(value, 1);
            case "pattern" -> value.isTextual() && !value.textValue().matches(bound.textValue());
            case "enum" -> !value.isNull() && !contains(value);
            case "type" -> !value.isNull() && !Formats.isOf(bound.textValue(), value);
            case "format" -> Formats.justBreaks(bound.textValue(), value);
            default -> false;
        };
    }

    private boolean isNext(JsonNode value, int step) {
        return value.isNumber()
                && value.decimalValue().compareTo(bound.decimalValue().add(BigDecimal.valueOf(step))) == 0;
    }

    private boolean contains(JsonNode value) {
        for (JsonNode member : bound) {
            if (member.equals(value) || !inBody() && member.asText().equals(value.asText())) {
                return true;
            }
        }
        return false;
    }

    private static int length(JsonNode value) {
        return value.textValue().codePointCount(0, value.textValue().length());
    }

    @Override
    public String toString() {
        return operation.id() + " " + key();
    }
}
