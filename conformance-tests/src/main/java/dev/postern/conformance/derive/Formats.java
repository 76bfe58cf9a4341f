package dev.postern.conformance.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** What the types and formats of OpenAPI mean for single values. */
public final class Formats {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The greatest numbers; the smallest are of no use to anything described so far. */
    private static final Map<String, BigInteger> GREATEST = Map.of(
            "int32", BigInteger.valueOf(Integer.MAX_VALUE), "int64", BigInteger.valueOf(Long.MAX_VALUE));

    private static final String INSTANT = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})";

    private Formats() {}

    static boolean known(String format) {
        return GREATEST.containsKey(format) || format.equals("date-time");
    }

    static JsonNode edge(String format) {
        return format.equals("date-time") ? JSON.textNode("2024-02-29T23:59:59Z") : JSON.numberNode(GREATEST.get(format));
    }

    static JsonNode beyond(String format) {
        return format.equals("date-time")
                ? JSON.textNode("2024-02-29 23:59:59") : JSON.numberNode(GREATEST.get(format).add(BigInteger.ONE));
    }

    static boolean justKeeps(String format, JsonNode value) {
        return format.equals("date-time")
                ? value.isTextual() && value.textValue().matches(INSTANT)
                : value.isIntegralNumber() && value.bigIntegerValue().equals(GREATEST.get(format));
    }

    public static boolean justBreaks(String format, JsonNode value) {
        return format.equals("date-time")
                ? value.isTextual() && !value.textValue().matches(INSTANT)
                : value.isIntegralNumber() && value.bigIntegerValue().compareTo(GREATEST.get(format)) > 0;
    }

    public static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    /** Values that are not of the type, those first that a lenient reader would take. */
    static List<JsonNode> notOf(String type) {
        return switch (type) {
            case "string" -> List.of(JSON.numberNode(7), JSON.objectNode());
            case "integer" -> List.of(JSON.textNode("7"), JSON.numberNode(new java.math.BigDecimal("1.5")));
            case "number" -> List.of(JSON.textNode("1.5"));
            case "boolean" -> List.of(JSON.textNode("true"), JSON.numberNode(1));
            case "array" -> List.of(JSON.textNode("one"), JSON.objectNode());
            case "object" -> List.of(JSON.textNode("text"), JSON.arrayNode());
            default -> List.of();
        };
    }
}
