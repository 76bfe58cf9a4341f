package dev.postern.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A server with a state of its own, whose gateways are ready at once. */
final class RunningServer implements AutoCloseable {

    private final EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, Map.of(
        "postern.port", -1,
        "postern.database-url", "jdbc:h2:mem:" + UUID.randomUUID(),
        "postern.transition-time", "0s"));

    String endpoint() {
        return server.getURL().toString();
    }

    /** Puts a state, as YAML, in the place of everything. */
    void seed(String state) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request().header("Content-Type", "application/yaml")
            .PUT(HttpRequest.BodyPublishers.ofString(state)));
        assertEquals(204, response.statusCode(), response.body());
    }

    /** Everything that the server holds. */
    JsonNode state() throws IOException, InterruptedException {
        return new ObjectMapper().readTree(send(request()).body());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(endpoint() + "/_postern/state"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
    }
}
