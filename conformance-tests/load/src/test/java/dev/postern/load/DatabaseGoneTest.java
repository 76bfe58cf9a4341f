package dev.postern.load;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** PostgreSQL is stopped under load and started again: everybody is told soon and properly, and then all goes on. */
class DatabaseGoneTest {

    private static final long PATIENCE_MS = 10_000;

    @TempDir
    private Path folder;

    private final Http http = new Http();
    private URI endpoint;

    @Test
    void recoversByItself() throws Exception {
        Random random = new Random(Extent.seed("recoversByItself"));
        try (Postgres postgres = new Postgres(folder.resolve("postgres"));
             ServerProcess server = ServerProcess.start("--database-url", postgres.newUrl(), "--transition-time", "0s",
                 "--gateways-per-project", "100");
             Crowd crowd = new Crowd(16, random.nextLong(), true, () -> List.of(server.endpoint()))) {
            endpoint = server.endpoint();
            crowd.begin();
            for (int i = 0; i < Extent.of(1, 20); i++) {
                crowd.look(crowd.round(3));
                List<Call> calls = roundThatLosesTheDatabase(crowd, postgres, random);
                answersFailures();
                assertEquals(503, answer("GET", "/_postern/readiness", null).status());
                assertEquals(200, answer("GET", "/_postern/health", null).status());
                postgres.start();
                server.await(() -> answer("GET", "/_postern/readiness", null).status() == 200, "it does not recover");
                crowd.look(calls);
                calls = crowd.round(3);
                assertTrue(calls.stream().allMatch(Call::isAnswered), "there are failures although it is ready");
                crowd.look(calls);
            }
            assertTrue(crowd.slowest() < PATIENCE_MS, "an answer took " + crowd.slowest() + " ms");
            assertFalse(server.log().contains("\tat dev.postern"), server::log);
            System.out.println(crowd.outcomes());
        }
    }

    private static List<Call> roundThatLosesTheDatabase(Crowd crowd, Postgres postgres, Random random) {
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> {
            ServerProcess.pause(random.nextInt(200));
            postgres.stop();
        });
        List<Call> calls = new ArrayList<>(crowd.round(1000));
        stopped.join();
        assertTrue(calls.stream().anyMatch(call -> !call.isAnswered()), "nobody noticed");
        return calls;
    }

    /** In every dialect that there is, in its form and to the letter. */
    private void answersFailures() {
        String apic = "{\"error_code\":\"APIC.9000\",\"error_msg\":\"Failed to request internal service\"}";
        String apig = "{\"error_code\":\"APIG.9999\",\"error_msg\":\"System error\"}";
        String message = "An unexpected error prevented the server from fulfilling your request.";
        String iam = "{\"error\":{\"code\":500,\"message\":\"" + message + "\",\"title\":\"Internal Server Error\"}}";
        Stream.<Runnable>of(
            () -> fails("GET", Deed.IN_PROJECT + "/instances", null, apic),
            () -> fails("GET", Deed.IN_GATEWAY + "throttles", null, apig),
            () -> fails("POST", Deed.IN_GATEWAY + "envs", "{\"name\": \"env_1\"}", apig),
            () -> fails("GET", "/v3/projects", null, iam),
            () -> fails("POST", "/v3/auth/tokens", """
                {"auth": {"identity": {"methods": ["password"], "password": {"user": {"id": "u", "password": "p"}}},
                 "scope": {"project": {"name": "local-1"}}}}""", iam),
            () -> fails("GET", "/v3.0/OS-CREDENTIAL/credentials/KEY", null,
                "{\"error_code\":\"IAM.0006\",\"error_msg\":\"" + message + "\"}"),
            () -> fails("GET", "/_postern/state", null,
                "{\"error_code\":\"POSTERN.0500\",\"error_msg\":\"Postern failed to answer; its log says why\"}"))
            .map(CompletableFuture::runAsync).toList().forEach(CompletableFuture::join);
    }

    private void fails(String method, String path, String body, String expected) {
        Http.Answer answer = answer(method, path, body);
        assertEquals(500, answer.status(), answer::toString);
        assertEquals(expected, answer.text());
        assertEquals(List.of("application/json"), answer.headers().get("content-type"));
    }

    private Http.Answer answer(String method, String path, String body) {
        long start = System.nanoTime();
        Http.Answer answer;
        try {
            answer = http.send(method, endpoint, path, body);
        } catch (IOException e) {
            throw new AssertionError(path + " is not answered", e);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis < PATIENCE_MS, path + " took " + millis + " ms");
        return answer;
    }
}
