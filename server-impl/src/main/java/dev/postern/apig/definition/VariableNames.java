package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Variables of the environment in the addresses and paths of backends, as in {@code #host#}. */
final class VariableNames {

    private static final Pattern NAME = Pattern.compile("#([A-Za-z][A-Za-z0-9_-]{2,31})#");
    private static final List<String> FIELDS = List.of("url_domain", "req_uri");
    /** Where a published definition keeps the values, by name; nothing shows it. */
    private static final String VALUES = "variables";

    private VariableNames() {
    }

    /** Has a definition keep the values that it is published with; 404 APIG.3011 where one is missing. */
    static ObjectNode bound(ObjectNode definition, Map<String, String> values) {
        ObjectNode kept = Shapes.tree(Map.of());
        texts(definition, text -> {
            NAME.matcher(text).results().map(found -> found.group(1)).forEach(name -> {
                if (!values.containsKey(name)) {
                    throw new ApiException(ErrorCode.APIG_3011, name);
                }
                kept.put(name, values.get(name));
            });
            return text;
        });
        return kept.isEmpty() ? definition : definition.set(VALUES, kept);
    }

    /** Gives a published definition another value of a variable; false where it does not use that. */
    static boolean rebound(ObjectNode definition, String name, String value) {
        boolean uses = definition.path(VALUES).has(name);
        if (uses) {
            ((ObjectNode) definition.get(VALUES)).put(name, value);
        }
        return uses;
    }

    /** A published definition as calls follow it: with the values that it keeps in their places. */
    static ObjectNode replaced(ObjectNode definition) {
        JsonNode values = definition.path(VALUES);
        texts(definition, text -> replaced(text, name -> values.path(name).textValue()));
        definition.remove(VALUES);
        return definition;
    }

    /** A text with the values in their places; a value that begins with a slash behind another makes one. */
    static String replaced(String text, UnaryOperator<String> values) {
        StringBuilder result = new StringBuilder();
        Matcher name = NAME.matcher(text);
        int end = 0;
        while (name.find()) {
            String value = values.apply(name.group(1));
            result.append(text, end, name.start());
            boolean slashes = value != null && value.startsWith("/") && result.length() > 0
                && result.charAt(result.length() - 1) == '/';
            result.append(value == null ? name.group() : slashes ? value.substring(1) : value);
            end = name.end();
        }
        return result.append(text, end, text.length()).toString();
    }

    private static void texts(ObjectNode definition, UnaryOperator<String> change) {
        Stream.concat(Stream.of(definition.path("backend_api")),
                StreamSupport.stream(definition.path("policy_https").spliterator(), false))
            .forEach(backend -> FIELDS.stream().filter(field -> backend.path(field).isTextual())
                .forEach(field -> ((ObjectNode) backend).put(field, change.apply(backend.get(field).textValue()))));
    }

    /** Whether a text has a variable. */
    static boolean in(String text) {
        return text != null && NAME.matcher(text).find();
    }
}
