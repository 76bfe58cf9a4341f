package dev.postern.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes secrets out of what is recorded, by the names that they go by. */
final class Masks {

    static final String MASK = "***";

    private static final Pattern SECRET = Pattern.compile(
        "(?i)^(ak|sk|key)$|passw|passphrase|secret|token|authorization|cookie|signature|credential|app_?code|app_?key"
            + "|access_?key|private_?key|sign_key|cert_content|plugin_content");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Masks() {
    }

    /** Whether a header, parameter or field of that name holds a secret. */
    static boolean isSecret(String name) {
        return SECRET.matcher(name.replace('-', '_')).find();
    }

    static String header(String name, String value) {
        return isSecret(name) ? MASK : keepable(value);
    }

    /** A query as it was sent, but for the values of secrets. */
    static String query(String query) {
        return query == null ? null : Arrays.stream(query.split("&")).map(Masks::pair).collect(Collectors.joining("&"));
    }

    /** JSON without its secrets; null where it is none, because secrets in it cannot be told. */
    static String body(byte[] body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            return tree == null || tree.isMissingNode() ? null : keepable(MAPPER.writeValueAsString(masked(tree)));
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    /** Without what a database does not keep: the character 0, and halves of surrogate pairs. */
    static String keepable(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> kept.appendCodePoint(
            c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c));
        return kept.toString();
    }

    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        return equals >= 0 && isSecret(decoded(name)) ? name + "=" + MASK : keepable(pair);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static JsonNode masked(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (isSecret(name)) {
                    object.put(name, MASK);
                } else {
                    masked(object.get(name));
                }
            }
        } else if (node.isArray()) {
            node.forEach(Masks::masked);
        }
        return node;
    }
}
