package dev.postern.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.RequestData;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.description.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The server under test, as a place to send requests to. */
public final class Target {

    /** Any token that is not empty will do, unless the server knows it. */
    public static final String TOKEN = "a-token-that-nobody-knows";

    private final URI endpoint;
    private final Descriptions descriptions;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Target(URI endpoint, Descriptions descriptions) {
        this.endpoint = endpoint;
        this.descriptions = descriptions;
    }

    public URI endpoint() {
        return endpoint;
    }

    public Exchange send(Operation operation, RequestData data) {
        Map<String, String> path = new LinkedHashMap<>();
        data.path().forEach((name, value) -> path.put(name, value.asText()));
        Map<String, String> query = new LinkedHashMap<>();
        data.query().forEach((name, value) -> query.put(name, value.asText()));
        String body = body(operation, data);
        Map<String, String> headers = headers(data, body);
        String target = target(operation, path, query);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + target))
                .timeout(Duration.ofSeconds(60))
                .method(operation.method(), body == null
                        ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(bytes(body, data.padTo())));
        headers.forEach(request::header);
        long begin = System.nanoTime();
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Exchange(operation, operation.method(), target, path, query, headers, body, data.padTo(),
                    response.statusCode(), response.headers().map(), response.body(),
                    (System.nanoTime() - begin) / 1_000_000);
        } catch (IOException e) {
            throw new NoAnswer(operation.method() + " " + target + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted", e);
        }
    }

    private String body(Operation operation, RequestData data) {
        if (data.text() != null) {
            return data.text();
        }
        JsonNode tree = data.tree(descriptions, operation);
        return tree == null || tree.isNull() || tree.isMissingNode() ? null : Json.compact(tree);
    }

    private static byte[] bytes(String body, Long padTo) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (padTo == null || padTo <= bytes.length) {
            return bytes;
        }
        byte[] padded = Arrays.copyOf(bytes, padTo.intValue());
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        return padded;
    }

    private static Map<String, String> headers(RequestData data, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        String token = data.token() == null ? TOKEN : data.token();
        if (!token.equals(RequestData.NO_TOKEN)) {
            headers.put("X-Auth-Token", token);
        }
        if (body != null) {
            headers.put("Content-Type", data.contentType() == null ? "application/json" : data.contentType());
        }
        data.headers().forEach((name, value) -> headers.put(name, value.asText()));
        return headers;
    }

    private static String target(Operation operation, Map<String, String> path, Map<String, String> query) {
        String target = operation.path();
        for (Map.Entry<String, String> parameter : path.entrySet()) {
            target = target.replace("{" + parameter.getKey() + "}", encode(parameter.getValue()));
        }
        if (target.contains("{")) {
            throw new IllegalArgumentException(operation + ": the case leaves a part of the path open: " + target);
        }
        StringJoiner joined = new StringJoiner("&", "?", "").setEmptyValue("");
        query.forEach((name, value) -> joined.add(encode(name) + "=" + encode(value)));
        return target + joined;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The server did not answer at all. */
    public static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
