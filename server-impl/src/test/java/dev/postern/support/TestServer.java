package dev.postern.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** A server of its own for a test, and what it answers. */
public final class TestServer implements AutoCloseable {

    public static final String ADMIN_TOKEN = "the-admin-token";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static {
        // Signed requests say what the host is.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final EmbeddedServer server;

    private TestServer(Map<String, Object> settings) {
        server = ApplicationContext.builder(settings).banner(false).start().getBean(EmbeddedServer.class).start();
    }

    /** Starts a server on a database, with pairs of settings. */
    public static TestServer start(String databaseUrl, Object... pairs) {
        Map<String, Object> settings = new HashMap<>(Map.of("postern.port", -1, "postern.transition-time", "0s",
            "postern.database-url", databaseUrl, "postern.admin-token", ADMIN_TOKEN));
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put((String) pairs[i], pairs[i + 1]);
        }
        return new TestServer(settings);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** Sends a request; the headers are pairs. */
    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path)).method(method,
            body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " is not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Puts a state, in YAML, in the place of what there is. */
    public void put(String state) {
        Answer answer = send("PUT", "/_postern/state", state, "Content-Type", "application/yaml",
            "X-Postern-Admin-Token", ADMIN_TOKEN);
        if (answer.status() != 204) {
            throw new IllegalStateException("the state is refused: " + answer.text());
        }
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }

    /** What a request was answered with. */
    public record Answer(int status, String text, HttpResponse<String> response) {

        public JsonNode json() {
            try {
                return MAPPER.readTree(text);
            } catch (IOException e) {
                throw new IllegalStateException("no JSON: " + text, e);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
