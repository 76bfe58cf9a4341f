package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables of the environment in the addresses and paths of backends, as in {@code #host#}. */
final class VariableNames {

    private static final Pattern NAME = Pattern.compile("#([A-Za-z][A-Za-z0-9_-]{2,31})#");
    private static final List<String> FIELDS = List.of("url_domain", "req_uri");

    private VariableNames() {
    }

    /** The definition with the values in their places; 404 APIG.3011 where one is missing. */
    static ObjectNode replaced(ObjectNode definition, Map<String, String> values) {
        replace(definition.path("backend_api"), values);
        definition.path("policy_https").forEach(policy -> replace(policy, values));
        return definition;
    }

    private static void replace(JsonNode backend, Map<String, String> values) {
        for (String field : FIELDS) {
            if (backend.path(field).isTextual()) {
                ((ObjectNode) backend).put(field, replaced(backend.path(field).textValue(), values));
            }
        }
    }

    /** A text with the values in their places; a value that begins with a slash behind another makes one. */
    static String replaced(String text, Map<String, String> values) {
        StringBuilder result = new StringBuilder();
        Matcher name = NAME.matcher(text);
        int end = 0;
        while (name.find()) {
            String value = values.get(name.group(1));
            if (value == null) {
                throw new ApiException(ErrorCode.APIG_3011, name.group(1));
            }
            result.append(text, end, name.start());
            boolean slashes = value.startsWith("/") && result.length() > 0 && result.charAt(result.length() - 1) == '/';
            result.append(slashes ? value.substring(1) : value);
            end = name.end();
        }
        return result.append(text, end, text.length()).toString();
    }

    /** Whether a text has a variable. */
    static boolean in(String text) {
        return text != null && NAME.matcher(text).find();
    }
}
