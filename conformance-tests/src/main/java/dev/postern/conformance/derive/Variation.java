package dev.postern.conformance.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.CaseFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One value to send in the place that a rule is about.
 *
 * @param value what to send; missing to send nothing
 */
record Variation(Constraint constraint, Constraint.Side side, JsonNode value) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode NOTHING = MissingNode.getInstance();

    static List<Variation> of(Constraint constraint, JsonNode present, CaseFile.With with) {
        Set<JsonNode> kept = new LinkedHashSet<>();
        Set<JsonNode> broken = new LinkedHashSet<>();
        values(constraint, present, kept, broken);
        if (with != null && with.value() != null) {
            kept.clear();
            kept.add(with.value());
        }
        List<Variation> found = new ArrayList<>();
        if (constraint.sides().contains(Constraint.Side.KEPT)) {
            kept.forEach(value -> found.add(new Variation(constraint, Constraint.Side.KEPT, value)));
        }
        if (constraint.sides().contains(Constraint.Side.BROKEN)) {
            broken.forEach(value -> found.add(new Variation(constraint, Constraint.Side.BROKEN, value)));
        }
        return found;
    }

    private static void values(Constraint rule, JsonNode present, Set<JsonNode> kept, Set<JsonNode> broken) {
        JsonNode bound = rule.bound();
        JsonNode schema = rule.schema();
        switch (rule.keyword()) {
            case "required" -> {
                broken.add(NOTHING);
                if (rule.inBody() && !rule.pointer().isEmpty() && !schema.path("nullable").asBoolean()) {
                    broken.add(JSON.nullNode());
                }
            }
            case "type" -> broken.addAll(rule.inBody() ? Formats.notOf(bound.textValue())
                    : List.of(text("abc"), text("1.5")));
            case "enum" -> {
                notIn(bound, schema, broken);
                if (rule.inPath()) {
                    // Without the segment it is another path.
                    broken.remove(text(""));
                }
            }
            case "minLength", "maxLength" -> lengths(rule, kept, broken);
            case "pattern" -> patterns(rule, kept, broken);
            case "minimum" -> numbers(bound, -1, kept, broken);
            case "maximum" -> numbers(bound, 1, kept, broken);
            case "minItems" -> items(bound.intValue(), -1, schema, present, kept, broken);
            case "maxItems" -> items(bound.intValue(), 1, schema, present, kept, broken);
            case "format" -> {
                kept.add(Formats.edge(bound.textValue()));
                broken.add(Formats.beyond(bound.textValue()));
            }
            default -> { }
        }
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }

    /** Near misses that a careless reader takes: another case, the name of the constant, nothing at all. */
    private static void notIn(JsonNode members, JsonNode schema, Set<JsonNode> broken) {
        Set<JsonNode> allowed = new LinkedHashSet<>();
        members.forEach(allowed::add);
        JsonNode first = members.get(0);
        if (first.isTextual()) {
            broken.add(text(first.textValue() + "X"));
            broken.add(text(first.textValue().toLowerCase(Locale.ROOT)));
            broken.add(text(first.textValue().toUpperCase(Locale.ROOT)));
            broken.add(text(""));
        } else {
            long last = 0;
            for (JsonNode member : members) {
                last = Math.max(last, member.longValue());
            }
            broken.add(JSON.numberNode(last + 1));
        }
        for (JsonNode name : schema.path("x-enum-varnames")) {
            broken.add(name);
        }
        broken.removeAll(allowed);
    }

    private static void lengths(Constraint rule, Set<JsonNode> kept, Set<JsonNode> broken) {
        // The other length would forbid the very string that is looked for.
        Strings strings = new Strings(rule.schema().path("pattern").asText(null), 0, -1, rule.inPath());
        int bound = rule.bound().intValue();
        int beyond = rule.keyword().equals("minLength") ? bound - 1 : bound + 1;
        String fitting = strings.ofLength(bound);
        if (fitting != null) {
            kept.add(text(fitting));
        }
        if (beyond >= 0) {
            broken.add(text(strings.anyOfLength(beyond)));
        }
    }

    private static void patterns(Constraint rule, Set<JsonNode> kept, Set<JsonNode> broken) {
        Strings strings = Samples.strings(rule.schema(), rule.inPath());
        for (String fitting : new String[] {strings.shortest(), strings.longest()}) {
            if (fitting != null) {
                kept.add(text(fitting));
            }
        }
        strings.misses().forEach(miss -> broken.add(text(miss)));
        if (!rule.inBody()) {
            broken.removeIf(value -> value.textValue().contains("\n"));
        }
    }

    private static void numbers(JsonNode bound, int step, Set<JsonNode> kept, Set<JsonNode> broken) {
        kept.add(bound);
        BigDecimal beyond = bound.decimalValue().add(BigDecimal.valueOf(step));
        broken.add(bound.isIntegralNumber() ? JSON.numberNode(beyond.toBigInteger()) : JSON.numberNode(beyond));
    }

    /** Lists of the right size, made of what the request has there already, so that references stay good. */
    private static void items(
            int bound, int step, JsonNode schema, JsonNode present, Set<JsonNode> kept, Set<JsonNode> broken) {
        JsonNode item = present.size() > 0 ? present.get(0) : Samples.of(schema.path("items"));
        kept.add(list(item, bound));
        if (bound + step >= 0) {
            broken.add(list(item, bound + step));
        }
    }

    private static JsonNode list(JsonNode item, int size) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (int i = 0; i < size; i++) {
            list.add(item.deepCopy());
        }
        return list;
    }

    /** The value in a few words, for the name of the case. */
    String label() {
        if (value.isMissingNode()) {
            return "missing";
        }
        if (value.isArray() && value.size() > 2) {
            return value.size() + " elements";
        }
        String text = Json.compact(value);
        return text.length() <= 40 ? text : text.substring(0, 20) + "… (" + (value.isTextual()
                ? value.textValue().length() + " characters" : text.length() + " bytes") + ")";
    }
}
