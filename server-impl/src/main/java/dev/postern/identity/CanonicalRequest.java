package dev.postern.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A request in the one form that is signed.
 *
 * @param method the method as sent
 * @param path the path as sent
 * @param query the query as sent, without its question mark; null or empty where there is none
 * @param signedHeaders the names of the signed headers as the signature lists them
 * @param headers the value of a header
 * @param bodyHash the SHA-256 of the body, or what X-Sdk-Content-Sha256 says instead
 */
record CanonicalRequest(String method, String path, String query, List<String> signedHeaders,
                        Function<String, String> headers, String bodyHash) {

    private static final Comparator<Map.Entry<String, String>> BY_NAME = Map.Entry.comparingByKey();

    /**
     * The texts that the signature may be of.
     *
     * <p>Signers disagree on a name that the query has several times: some sort its values, some leave them in the
     * order in which they were sent. Both are taken.
     */
    Set<String> texts() {
        List<Map.Entry<String, String>> pairs = pairs();
        Set<String> texts = new LinkedHashSet<>();
        texts.add(text(joined(pairs, BY_NAME.thenComparing(Map.Entry.comparingByValue()))));
        texts.add(text(joined(pairs, BY_NAME)));
        return texts;
    }

    private String text(String canonicalQuery) {
        String block = signedHeaders.stream().map(name -> name + ":" + headers.apply(name).trim() + "\n")
            .collect(Collectors.joining());
        return String.join("\n", method, canonicalPath(), canonicalQuery, block, String.join(";", signedHeaders), bodyHash);
    }

    private String canonicalPath() {
        String encoded = Arrays.stream(Percent.decode(path, false).split("/", -1)).map(Percent::encode)
            .collect(Collectors.joining("/"));
        return encoded.endsWith("/") ? encoded : encoded + "/";
    }

    private List<Map.Entry<String, String>> pairs() {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.add(Map.entry(Percent.encode(Percent.decode(name, true)), Percent.encode(Percent.decode(value, true))));
            }
        }
        return pairs;
    }

    private static String joined(List<Map.Entry<String, String>> pairs, Comparator<Map.Entry<String, String>> order) {
        return pairs.stream().sorted(order).map(pair -> pair.getKey() + "=" + pair.getValue())
            .collect(Collectors.joining("&"));
    }

    /** Percent-encoding as RFC 3986 has it: everything but letters, digits and {@code -_.~}. */
    private static final class Percent {

        static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
        }

        /** Undoes it; what is no code stays as it is, so that no two texts become one by mistake. */
        static String decode(String text, boolean plusIsSpace) {
            try {
                return java.net.URLDecoder.decode(plusIsSpace ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return text;
            }
        }
    }
}
