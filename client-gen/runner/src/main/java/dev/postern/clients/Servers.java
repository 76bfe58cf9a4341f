package dev.postern.clients;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Servers for the tests of one client: one that takes everybody, one that takes only its user, and the wire server. */
public final class Servers implements AutoCloseable {

    private static final String ADMIN_TOKEN = "the-admin-token";

    private final EmbeddedServer open = start("open");
    private final EmbeddedServer strict = start("strict");
    private final WireServer wire = new WireServer();
    private final Path signatures = Files.createTempFile("signatures", ".json");

    /** Starts all of them on free ports; the strict one knows the user of {@code strict.yaml}. */
    public Servers() throws IOException, InterruptedException {
        Files.writeString(signatures, resource("signatures.json"));
        HttpResponse<String> response = HttpClient.newHttpClient().send(
            HttpRequest.newBuilder(URI.create(strict.getURL() + "/_postern/state"))
                .header("Content-Type", "application/yaml").header("X-Postern-Admin-Token", ADMIN_TOKEN)
                .PUT(HttpRequest.BodyPublishers.ofString(resource("strict.yaml"))).build(),
            HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 204) {
            throw new IllegalStateException("The state of strict.yaml is not taken: " + response.body());
        }
    }

    /** For whoever writes the tests of a language: prints the environment, as a shell takes it, and serves until stopped. */
    public static void main(String[] args) throws IOException, InterruptedException {
        new Servers().environment().forEach((name, value) -> System.out.println("export " + name + "='" + value + "'"));
        Thread.currentThread().join();
    }

    /** Where they are, who may use the strict one and where the signatures to try are, as the environment of a program. */
    public Map<String, String> environment() {
        return new TreeMap<>(Map.of(
            "POSTERN_ENDPOINT", open.getURL().toString(),
            "POSTERN_STRICT_ENDPOINT", strict.getURL().toString(),
            "POSTERN_WIRE_ENDPOINT", wire.endpoint(),
            "POSTERN_DOMAIN", "company",
            "POSTERN_USER", "alice",
            "POSTERN_PASSWORD", "correct horse battery",
            "POSTERN_PROJECT_ID", "73d69ae0cfcf460190522d06b60f05ad",
            "POSTERN_ACCESS_KEY", "ALICESACCESSKEY00001",
            "POSTERN_SECRET_KEY", "a-secret-of-alice-which-only-she-knows",
            "POSTERN_SIGNATURES", signatures.toString()));
    }

    private static String resource(String name) throws IOException {
        try (var in = Servers.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static EmbeddedServer start(String mode) {
        return ApplicationContext.run(EmbeddedServer.class, Map.of(
            "postern.port", -1,
            "postern.auth", mode,
            "postern.admin-token", ADMIN_TOKEN,
            "postern.database-url", "jdbc:h2:mem:clients-" + mode,
            "postern.transition-time", "300ms"));
    }

    @Override
    public void close() {
        wire.close();
        strict.close();
        open.close();
        signatures.toFile().delete();
    }
}
