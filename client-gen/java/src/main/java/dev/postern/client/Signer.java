package dev.postern.client;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signs requests with SDK-HMAC-SHA256. */
final class Signer {

    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final DateTimeFormatter DATE =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String accessKey;
    private final String secretKey;
    private final String projectId;

    Signer(String accessKey, String secretKey, String projectId) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.projectId = projectId;
    }

    /** The headers to send with a request, but Host, which is always sent. */
    Map<String, String> sign(HttpRequest request, byte[] body, Instant now) {
        String date = DATE.format(now);
        SortedMap<String, String> headers = new TreeMap<>(Map.of("host", host(request.uri()), "x-sdk-date", date));
        request.headers().firstValue("Content-Type").ifPresent(type -> headers.put("content-type", type.strip()));
        Map<String, String> sent = new TreeMap<>(Map.of("X-Sdk-Date", date));
        if (projectId != null) {
            headers.put("x-project-id", projectId);
            sent.put("X-Project-Id", projectId);
        }
        String text = canonicalRequest(request.method(), request.uri(), headers, body);
        String toSign = ALGORITHM + "\n" + date + "\n" + sha256(text.getBytes(StandardCharsets.UTF_8));
        sent.put("Authorization", ALGORITHM + " Access=" + accessKey + ", SignedHeaders="
            + String.join(";", headers.keySet()) + ", Signature=" + hmac(toSign));
        return sent;
    }

    static String canonicalRequest(String method, URI uri, SortedMap<String, String> headers, byte[] body) {
        String block = headers.entrySet().stream().map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
        return String.join("\n", method, canonicalPath(uri.getRawPath()), canonicalQuery(uri.getRawQuery()), block,
            String.join(";", headers.keySet()), sha256(body));
    }

    private static String canonicalPath(String path) {
        String decoded = decoded(path.replace("+", "%2B"));
        String encoded = Arrays.stream(decoded.split("/", -1)).map(Signer::encoded).collect(Collectors.joining("/"));
        return encoded.endsWith("/") ? encoded : encoded + "/";
    }

    private static String canonicalQuery(String query) {
        return query == null ? "" : Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty())
            .map(pair -> pair.split("=", 2))
            .map(pair -> Map.entry(encoded(decoded(pair[0])), pair.length == 1 ? "" : encoded(decoded(pair[1]))))
            .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
            .map(pair -> pair.getKey() + "=" + pair.getValue()).collect(Collectors.joining("&"));
    }

    /** As the JDK sends it: without the port that the scheme has anyway. */
    private static String host(URI uri) {
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
            .replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "the access key " + accessKey;
    }
}
