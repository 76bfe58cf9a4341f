package dev.postern.load;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A server that is killed in the middle of what it was told to do goes on where it was. */
class RestartTest {

    private static final String[] ADMIN = {"X-Postern-Admin-Token", "the-admin-token"};
    private static final String IDENTITY = """
        identity:
          domains: [{id: d, name: Somewhere}]
          projects: [{id: %s, domain_id: d, name: local-1}]
          users: [{id: admin, domain_id: d, name: admin, password: the-password}]
        """.formatted(World.PROJECT);
    private static final String GATEWAYS = Deed.IN_PROJECT + "/instances";

    @TempDir
    private Path folder;

    private final Http http = new Http();
    private ServerProcess server;
    private String token = "none";

    @Test
    void goesOnOnAFolder() throws IOException {
        goesOn("--data-dir", folder.resolve("state").toString());
    }

    @Test
    void goesOnOnPostgreSql() throws IOException {
        try (Postgres postgres = new Postgres(folder.resolve("postgres"))) {
            goesOn("--database-url", postgres.newUrl());
        }
    }

    @Test
    void restoresWhollyOrNotAtAllOnAFolder() {
        restores("restoresWhollyOrNotAtAllOnAFolder", "--data-dir", folder.resolve("state").toString());
    }

    @Test
    void restoresWhollyOrNotAtAllOnPostgreSql() {
        try (Postgres postgres = new Postgres(folder.resolve("postgres"))) {
            restores("restoresWhollyOrNotAtAllOnPostgreSql", "--database-url", postgres.newUrl());
        }
    }

    /** In the middle of a freeze, a transition, faults and a journal, with a token; and of requests that wait. */
    private void goesOn(String option, String value) throws IOException {
        Path seed = Files.writeString(folder.resolve("users.yaml"), IDENTITY);
        String[] options = {"--auth", "strict", "--admin-token", ADMIN[1], "--seed", seed.toString(), option, value};
        server = ServerProcess.start(options);
        try {
            control("PUT", "clock", "{\"now\": \"2026-01-31T09:15:00Z\", \"frozen\": true}");
            token = http.order("POST", server.endpoint(), "/v3/auth/tokens", """
                {"auth": {"identity": {"methods": ["password"], "password": {"user": {"id": "admin",
                 "password": "the-password"}}}, "scope": {"project": {"id": "%s"}}}}""".formatted(World.PROJECT))
                .headers().get("x-subject-token").get(0);
            control("PUT", "transitions", "{\"create\": {\"after_seconds\": 60}}");
            control("PUT", "journal", "{\"recording\": true}");
            String gateway = create("one").json().path("instance_id").asText();
            control("POST", "clock/advance", "{\"seconds\": 30}");
            control("PUT", "faults", """
                {"seed": 1, "faults": [{"operation": "listInstancesV2", "error_code": "APIC.9000", "times": 3},
                 {"operation": "createInstanceV2", "delay_ms": 20000, "when": "AFTER", "times": 1},
                 {"operation": "createInstanceV2", "delay_ms": 20000, "when": "BEFORE"}]}""");
            assertEquals(500, send("GET", GATEWAYS, null).status());
            CompletableFuture<Void> after = CompletableFuture.runAsync(() -> abandoned("after"));
            await(() -> control("GET", "state", null).findValuesAsText("instance_name").contains("after"));
            CompletableFuture<Void> before = CompletableFuture.runAsync(() -> abandoned("before"));
            ServerProcess.pause(300);
            String status = show(gateway).path("status").asText();
            String journal = control("GET", "journal?operation=createInstanceV2", null).toString();
            JsonNode faults = control("GET", "faults", null);
            JsonNode clock = control("GET", "clock", null);
            server.kill();
            after.join();
            before.join();

            server = ServerProcess.start(options);
            assertEquals(clock, control("GET", "clock", null));
            assertEquals("2026-01-31T09:15:30Z", clock.path("now").asText());
            assertEquals(faults, control("GET", "faults", null));
            assertEquals(List.of(2), faults.path("faults").findValues("times").stream().map(JsonNode::asInt).toList());
            assertEquals(journal, control("GET", "journal?operation=createInstanceV2", null).toString());
            assertEquals(status, show(gateway).path("status").asText());
            assertTrue(Set.of("Creating", "Initing", "Installing", "Registering").contains(status), status);
            assertEquals(500, send("GET", GATEWAYS, null).status());
            assertEquals(500, send("GET", GATEWAYS, null).status());
            assertEquals(List.of("after", "one"), send("GET", GATEWAYS, null).json().findValuesAsText("instance_name")
                .stream().sorted().toList());
            control("POST", "clock/advance", "{\"seconds\": 30}");
            assertEquals("Running", show(gateway).path("status").asText());
            assertTrue(control("GET", "journal?limit=1", null).path("total").asInt() > 0, "it records no more");
        } finally {
            server.close();
        }
    }

    /** Kills a server while it goes from one state to another, and reads all the time: both are seen, and nothing else. */
    private void restores(String test, String option, String value) {
        Random random = new Random(Extent.seed(test));
        server = ServerProcess.start(option, value);
        try {
            List<String> states = List.of(snapshot("small", 3), snapshot("large", 120));
            for (int i = 0; i < Extent.of(2, 25); i++) {
                CompletableFuture<Void> restoring = CompletableFuture.runAsync(this::restoreUntilItEnds);
                long until = System.nanoTime() + (100 + random.nextInt(1500)) * 1_000_000L;
                while (System.nanoTime() < until) {
                    assertOneOf(states, state());
                }
                server.kill();
                restoring.join();
                server = ServerProcess.start(option, value);
                assertOneOf(states, state());
            }
        } finally {
            server.close();
        }
    }

    private void restoreUntilItEnds() {
        URI endpoint = server.endpoint();
        try {
            for (int i = 0; ; i++) {
                http.order("POST", endpoint, "/_postern/snapshots/" + (i % 2 == 0 ? "small" : "large") + "/restore", null);
            }
        } catch (Http.Unanswered e) {
            // It was killed.
        }
    }

    private static void assertOneOf(List<String> states, String state) {
        assertTrue(states.contains(state), () -> "a state that nobody made: " + state.length() + " characters, not "
            + states.stream().map(String::length).toList());
    }

    private String state() {
        return http.order("GET", server.endpoint(), "/_postern/state", null).text();
    }

    /** Makes a snapshot of a gateway with so many of each; answers with the state. */
    private String snapshot(String name, int number) {
        List<Object> groups = new ArrayList<>();
        List<Object> throttles = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            groups.add(Map.of("id", name + "g" + i, "name", "group_" + i));
            throttles.add(Map.of("id", name + "t" + i, "name", "throttle_" + i, "time_interval", 1,
                "time_unit", "SECOND", "api_call_limits", number));
        }
        http.order("PUT", server.endpoint(), "/_postern/state", Http.json(Map.of("gateways", List.of(
            Map.of("id", World.GATEWAY, "project_id", World.PROJECT, "instance_name", name,
                "environments", List.of(Map.of("id", World.RELEASE, "name", "RELEASE")),
                "api_groups", groups, "throttles", throttles)))));
        http.order("PUT", server.endpoint(), "/_postern/snapshots/" + name, null);
        return state();
    }

    private void abandoned(String name) {
        try {
            create(name);
        } catch (IOException e) {
            // The server was killed while it waited.
        }
    }

    private Http.Answer create(String name) throws IOException {
        return send("POST", GATEWAYS, new Resources.Create(Kind.GATEWAY, "", name, "").body());
    }

    private JsonNode show(String gateway) throws IOException {
        return send("GET", GATEWAYS + "/" + gateway, null).json();
    }

    private Http.Answer send(String method, String path, String body) throws IOException {
        return http.send(method, server.endpoint(), path, body, "X-Auth-Token", token);
    }

    private JsonNode control(String method, String path, String body) {
        return http.order(method, server.endpoint(), "/_postern/" + path, body, ADMIN).json();
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
            ServerProcess.pause(50);
        }
        assertTrue(condition.getAsBoolean(), "it did not come to that");
    }
}
