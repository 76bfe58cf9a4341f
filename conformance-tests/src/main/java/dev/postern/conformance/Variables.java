package dev.postern.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Named values of a case and the places, written ${name}, that they fill. */
public final class Variables {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.]*)}");

    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    public Variables() {}

    public Variables(Map<String, JsonNode> values) {
        this.values.putAll(values);
    }

    public void set(String name, JsonNode value) {
        values.put(name, value);
    }

    public JsonNode get(String name) {
        return values.get(name);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Fills the places whose name is known; a string that is one place takes the value's own type. */
    public JsonNode fill(JsonNode tree) {
        if (tree == null || isEmpty()) {
            return tree;
        }
        if (tree.isTextual()) {
            return fillText(tree);
        }
        if (tree.isObject()) {
            ObjectNode copy = Json.object();
            tree.fields().forEachRemaining(e -> copy.set(fill(e.getKey()), fill(e.getValue())));
            return copy;
        }
        if (tree.isArray()) {
            ArrayNode copy = Json.MAPPER.createArrayNode();
            tree.forEach(element -> copy.add(fill(element)));
            return copy;
        }
        return tree;
    }

    private JsonNode fillText(JsonNode text) {
        Matcher whole = PLACE.matcher(text.textValue());
        if (whole.matches() && values.containsKey(whole.group(1))) {
            return values.get(whole.group(1));
        }
        String filled = fill(text.textValue());
        return filled.equals(text.textValue()) ? text : TextNode.valueOf(filled);
    }

    public String fill(String text) {
        if (text == null || text.indexOf('$') < 0) {
            return text;
        }
        return PLACE.matcher(text).replaceAll(place -> {
            JsonNode value = values.get(place.group(1));
            return Matcher.quoteReplacement(value == null ? place.group() : value.asText());
        });
    }
}
