package dev.postern.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.huaweicloud.sdk.core.auth.ICredential;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A server in this process that takes everybody ({@code open}), or only the one user of its state ({@code strict}). */
final class TestedServer implements AutoCloseable {

    private static final String ADMIN_TOKEN = "the-admin-token";
    private static final String KEY = "ACCESSKEY";
    private static final String SECRET = "secret-key";
    private static final String PASSWORD = "correct horse";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String mode;
    private final EmbeddedServer server;
    /** Of a clock that stands; null where it runs. */
    private Instant frozen;

    TestedServer(String mode) {
        this.mode = mode;
        server = ApplicationContext.run(EmbeddedServer.class, Map.of("postern.port", -1, "postern.auth", mode,
            "postern.admin-token", ADMIN_TOKEN, "postern.transition-time", "0s",
            "postern.database-url", "jdbc:h2:mem:sdk-" + mode));
    }

    String url() {
        return server.getURL().toString();
    }

    /** Puts a state in the place of what there is; a strict server learns whose the project is. */
    void put(ObjectNode state, String project) throws Exception {
        String moment = state.path("clock").path("frozen_at").textValue();
        frozen = moment == null ? null : Instant.parse(moment);
        if (mode.equals("strict")) {
            state.set("identity", JSON.readTree("""
                {"domains": [{"id": "domain", "name": "Domain"}],
                 "projects": [{"id": "%1$s", "domain_id": "domain", "name": "local-1"}],
                 "users": [{"id": "user", "domain_id": "domain", "name": "user", "password": "%2$s",
                            "access_keys": [{"access": "%3$s", "secret": "%4$s"}]}]}"""
                .formatted(project, PASSWORD, KEY, SECRET)));
        }
        send(204, "PUT", "/_postern/state", state.toString());
    }

    JsonNode state() throws Exception {
        return JSON.readTree(send(200, "GET", "/_postern/state", "").body());
    }

    ICredential accessKey(String project) {
        return Credentials.accessKey(project, KEY, SECRET, moment());
    }

    ICredential wrongAccessKey(String project) {
        return Credentials.accessKey(project, KEY, SECRET + "x", moment());
    }

    /** A token of a project that IAM has issued for the user's password. */
    ICredential token(String project) throws Exception {
        return Credentials.token(project, send(201, "POST", "/v3/auth/tokens", """
            {"auth": {"identity": {"methods": ["password"], "password": {"user": {"id": "user", "password": "%s"}}},
                      "scope": {"project": {"id": "%s"}}}}""".formatted(PASSWORD, project))
            .headers().firstValue("X-Subject-Token").orElseThrow());
    }

    /** A token that nobody has issued. */
    ICredential unknownToken(String project) {
        return Credentials.token(project, "unknown");
    }

    /** An open server takes any date, so there the SDK signs with its own. */
    private Instant moment() {
        return mode.equals("strict") ? frozen : null;
    }

    private HttpResponse<String> send(int status, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", "application/json").header("X-Postern-Admin-Token", ADMIN_TOKEN)
            .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(status, response.statusCode(), response.body());
        return response;
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public String toString() {
        return mode;
    }
}
