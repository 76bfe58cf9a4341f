package dev.postern.conformance.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.Variables;
import dev.postern.conformance.cases.Generated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares answers with what is expected of them, exactly but for the values that a case names as
 * generated; what one of those turns out to be holds for the rest of the case.
 */
public final class Comparison {

    /** Shorter documented values are not looked for inside of texts, where they may stand by chance. */
    private static final int SHORTEST_PIECE = 8;

    private final Shapes shapes;
    private final Variables variables;
    private final Map<String, JsonNode> standsFor = new LinkedHashMap<>();
    private final Set<String> pieces = new LinkedHashSet<>();

    public Comparison(Shapes shapes, Variables variables) {
        this.shapes = shapes;
        this.variables = variables;
    }

    /** The differences, each with its place; none when the answer is as expected. */
    public List<String> compare(JsonNode expected, JsonNode actual, List<Generated> generated, boolean strictNulls) {
        List<String> differences = new ArrayList<>();
        JsonNode whole = expected;
        for (Generated value : generated) {
            whole = accept(value, whole, actual, differences);
        }
        if (differences.isEmpty() && whole != null) {
            compare("", replaced(whole), actual, strictNulls, differences);
        }
        return differences;
    }

    /** Learns a generated value; from then on its documented value stands for it. */
    private JsonNode accept(Generated value, JsonNode expected, JsonNode actual, List<String> differences) {
        String at = value.pointer();
        JsonNode received = Json.at(actual, at);
        if (received.isMissingNode() || received.isNull()) {
            differences.add(at + ": expected a generated value, got nothing");
            return expected;
        }
        JsonNode found = received;
        if (value.part() != null) {
            String documented = Json.at(expected, at).asText();
            String piece = piece(value, documented, received.asText());
            if (piece == null) {
                differences.add(at + ": expected \"" + documented + "\" with a generated value for "
                        + value.part() + ", got \"" + received.asText() + "\"");
                return expected;
            }
            found = TextNode.valueOf(piece);
        }
        check(value, found, differences);
        if (expected == null) {
            return null;
        }
        JsonNode documented = value.part() != null ? TextNode.valueOf(value.part()) : Json.at(expected, at);
        if (documented.isMissingNode()) {
            differences.add(at + ": " + found.asText() + " is generated, but nothing of the kind is documented");
        } else if (!documented.isNull() && value.shape() != null
                && !shapes.get(value.shape()).matcher(documented.asText()).matches()) {
            differences.add(at + ": the documented " + documented.asText() + " does not have the shape " + value.shape());
        }
        if (documented.isTextual()) {
            JsonNode before = standsFor.putIfAbsent(documented.textValue(), found);
            if (value.part() != null || documented.textValue().length() >= SHORTEST_PIECE) {
                pieces.add(documented.textValue());
            }
            if (before != null && !before.equals(found)) {
                differences.add(at + ": " + documented.asText() + " stood for " + before.asText()
                        + " before, now for " + found.asText());
            }
        }
        // The value has been checked; a number, or a text that hides in no other, takes its place at once.
        return value.part() != null ? expected : Json.with(expected, at, found);
    }

    private void check(Generated value, JsonNode found, List<String> differences) {
        String at = value.pointer();
        if (value.shape() != null && !shapes.get(value.shape()).matcher(found.asText()).matches()) {
            differences.add(at + ": " + found.asText() + " does not have the shape " + value.shape());
        }
        if (value.name() != null) {
            variables.set(value.name(), found);
        }
        if (value.sameAs() != null && !found.equals(variables.get(value.sameAs()))) {
            differences.add(at + ": " + found.asText() + " is not the value " + value.sameAs()
                    + " (" + text(variables.get(value.sameAs())) + ")");
        }
        if (value.differsFrom() != null && found.equals(variables.get(value.differsFrom()))) {
            differences.add(at + ": " + found.asText() + " is made up anew, yet equals " + value.differsFrom());
        }
    }

    /** The part of a received text that takes the place of a documented piece. */
    private String piece(Generated value, String documented, String received) {
        int from = documented.indexOf(value.part());
        if (from < 0) {
            throw new IllegalArgumentException(value.pointer() + " does not hold " + value.part());
        }
        String before = documented.substring(0, from);
        String after = documented.substring(from + value.part().length());
        // Other generated pieces of the same text are checked by entries of their own.
        String pattern = "(?s)" + loose(before) + "(?<piece>" + shapes.get(value.shape()) + ")" + loose(after);
        Matcher matcher = Pattern.compile(pattern).matcher(received);
        return matcher.matches() ? matcher.group("piece") : null;
    }

    private String loose(String text) {
        String pattern = Pattern.quote(text);
        for (String piece : pieces) {
            pattern = pattern.replace(piece, "\\E" + Pattern.quote(standsFor.get(piece).asText()) + "\\Q");
        }
        return pattern;
    }

    /** The expected document with every documented value replaced by what it stands for in this run. */
    private JsonNode replaced(JsonNode expected) {
        if (standsFor.isEmpty()) {
            return expected;
        }
        if (expected.isTextual()) {
            String text = expected.textValue();
            if (standsFor.containsKey(text)) {
                return standsFor.get(text);
            }
            for (String piece : pieces) {
                text = text.replace(piece, standsFor.get(piece).asText());
            }
            return TextNode.valueOf(text);
        }
        if (expected.isObject()) {
            ObjectNode copy = Json.object();
            expected.fields().forEachRemaining(e -> copy.set(e.getKey(), replaced(e.getValue())));
            return copy;
        }
        if (expected.isArray()) {
            ArrayNode copy = Json.MAPPER.createArrayNode();
            expected.forEach(element -> copy.add(replaced(element)));
            return copy;
        }
        return expected;
    }

    private static void compare(
            String at, JsonNode expected, JsonNode actual, boolean strictNulls, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(at + Json.pointer(List.of(name)), expected.path(name), actual.path(name), strictNulls, differences);
            }
        } else if (expected.isArray() && actual.isArray()) {
            if (expected.size() != actual.size()) {
                differences.add(at + ": expected " + expected.size() + " elements, got " + actual.size());
            }
            for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
                compare(at + "/" + i, expected.get(i), actual.get(i), strictNulls, differences);
            }
        } else if (!same(expected, actual, strictNulls)) {
            differences.add((at.isEmpty() ? "body" : at) + ": expected " + text(expected) + ", got " + text(actual));
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual, boolean strictNulls) {
        boolean nothingExpected = expected.isMissingNode() || expected.isNull();
        boolean nothingReceived = actual.isMissingNode() || actual.isNull();
        if (nothingExpected && nothingReceived) {
            return !strictNulls || expected.isMissingNode() == actual.isMissingNode();
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.isIntegralNumber() == actual.isIntegralNumber()
                    && expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.equals(actual);
    }

    private static String text(JsonNode node) {
        return node == null || node.isMissingNode() ? "nothing" : Json.compact(node);
    }

    /** What single values are expected to be, without a whole answer to compare. */
    public static String difference(String path, JsonNode expected, JsonNode actual) {
        List<String> differences = new ArrayList<>();
        compare(path, expected == null ? MissingNode.getInstance() : expected, actual, false, differences);
        return differences.isEmpty() ? null : String.join("; ", differences);
    }
}
