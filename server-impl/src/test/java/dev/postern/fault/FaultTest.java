package dev.postern.fault;

import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.Restart;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FaultTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void strikeBeforeAnythingChanges(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            set(server, "{\"operation\": \"createInstanceV2\", \"error_code\": \"APIC.9000\", \"times\": 2}");
            for (int i = 0; i < 2; i++) {
                Answer answer = Gateways.create(server, "one");
                assertEquals(500, answer.status());
                assertEquals("APIC.9000", answer.json().get("error_code").asText());
            }
            assertEquals(0, Gateways.list(server, "").json().get("total").asInt());
            assertEquals(202, Gateways.create(server, "one").status());
            assertEquals(0, Gateways.order(server, "GET", "faults", null).at("/faults/0/times").asInt());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void strikeAfterTheChangeIsCommitted(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            set(server, "{\"operation\": \"createInstanceV2\", \"status\": 504, \"error_msg\": \"lost\", \"when\": \"AFTER\"}");
            Answer answer = Gateways.create(server, "one");
            assertEquals(504, answer.status());
            assertEquals("{\"error_code\":\"APIC.9000\",\"error_msg\":\"lost\"}", answer.text());
            assertEquals("one", Gateways.list(server, "").json().at("/instances/0/instance_name").asText());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"operation\": \"*\", \"status\": 503|503|APIC.9000|Failed to request internal service",
        "\"operation\": \"gateway.*\", \"status\": 599|599|APIC.9000|Failed to request internal service",
        "\"operation\": \"listInstancesV2\", \"status\": 403|403|APIC.7106|No permissions to request for the method",
        "\"operation\": \"*\", \"status\": 429, \"error_code\": \"APIG.0308\", \"error_msg\": \"slow down\"|429|APIG.0308|slow down",
        "\"operation\": \"*\", \"error_code\": \"APIC.7302\"|404|APIC.7302|Instance not found"})
    void answerAsOrdered(String fault, int status, String code, String message) {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            set(server, "{" + fault + "}");
            Answer answer = Gateways.list(server, "");
            assertEquals(status, answer.status());
            assertEquals(code, answer.json().get("error_code").asText());
            assertEquals(message, answer.json().get("error_msg").asText());
            assertEquals(200, Gateways.control(server, "GET", "state", null).status());
            assertEquals(401, server.send("GET", Gateways.PATH, null).status(), "nobody is struck before he is known");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"error_code\": \"IAM.0006\"|500|An unexpected error prevented the server from fulfilling your request.|Internal Server Error",
        "\"status\": 401|401|The request you have made requires authentication.|Unauthorized",
        "\"status\": 503, \"when\": \"AFTER\"|503|An unexpected error prevented the server from fulfilling your request.|Service Unavailable",
        "\"status\": 499, \"error_code\": \"X\", \"error_msg\": \"gone\", \"when\": \"AFTER\"|499|gone|Fault"})
    void answerInTheFormOfIam(String fault, int status, String message, String title) {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            set(server, "{\"operation\": \"keystoneListProjects\", " + fault + "}");
            Answer answer = server.send("GET", "/v3/projects", null, "X-Auth-Token", "any");
            assertEquals("{\"error\":{\"code\":" + status + ",\"message\":\"" + message + "\",\"title\":\"" + title + "\"}}",
                answer.text());
            assertEquals(status, answer.status());
        }
    }

    @Test
    void strikeOnlyTheirFamily() {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            set(server, "{\"operation\": \"throttle.*\", \"status\": 500}");
            assertEquals(200, Gateways.list(server, "").status());
            assertEquals(500, server.send("PUT", Gateways.PATH + "/a/throttles/b", "{}", "X-Auth-Token", "any").status());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void delayOneWithoutDelayingOthers(Database database) throws Exception {
        try (TestServer server = TestServer.start(database.newUrl(), "postern.gateways-per-project", 100)) {
            Gateways.list(server, "");
            set(server, "{\"operation\": \"createInstanceV2\", \"delay_ms\": 1500}");
            ExecutorService threads = Executors.newCachedThreadPool();
            List<CompletableFuture<Answer>> delayed = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                String name = "gateway-" + i;
                delayed.add(CompletableFuture.supplyAsync(() -> Gateways.create(server, name), threads));
            }
            Thread.sleep(300);
            for (int i = 0; i < 20; i++) {
                assertEquals(0, Gateways.list(server, "").json().get("total").asInt());
            }
            assertTrue(System.nanoTime() - start < 1_400_000_000L, "the others waited too");
            for (CompletableFuture<Answer> answer : delayed) {
                assertEquals(202, answer.join().status(), answer.join().text());
            }
            assertTrue(System.nanoTime() - start >= 1_500_000_000L, "nobody waited");
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void endAfterTheirCountUnderLoadOnTwoServers(Database database) throws Exception {
        String url = database.newUrl();
        try (TestServer one = TestServer.start(url); TestServer other = TestServer.start(url)) {
            set(one, "{\"operation\": \"*\", \"status\": 500, \"times\": 17}");
            List<Integer> statuses = Gateways.atOnce(60, () -> {
                int struck = Gateways.list(one, "").status() == 500 ? 1 : 0;
                return struck + (Gateways.list(other, "").status() == 500 ? 1 : 0);
            });
            assertEquals(17, statuses.stream().mapToInt(Integer::intValue).sum());
            set(one, "{\"operation\": \"*\", \"status\": 500}");
            assertEquals(500, Gateways.list(other, "").status(), "at once on every server");
            Gateways.order(other, "DELETE", "faults", null);
            assertEquals(200, Gateways.list(one, "").status(), "at once on every server");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void strikeTheSameRequestsForTheSameSeed(Database database) {
        String url = database.newUrl();
        try (TestServer one = TestServer.start(url); TestServer other = TestServer.start(url)) {
            String first = run(one, other, 42);
            assertEquals(first, run(other, one, 42));
            assertNotEquals(first, run(one, other, 43));
            long struck = first.chars().filter(c -> c == 'x').count();
            assertTrue(struck > 20 && struck < 60, first);
        }
    }

    @Test
    void surviveARestart(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("postern");
        try (TestServer server = TestServer.start(url)) {
            set(server, "{\"operation\": \"*\", \"status\": 500, \"times\": 2}");
            assertEquals(500, Gateways.list(server, "").status());
            Restart.prepare(server);
        }
        try (TestServer server = TestServer.start(url)) {
            assertEquals(500, Gateways.list(server, "").status());
            assertEquals(200, Gateways.list(server, "").status());
            Restart.prepare(server);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"operation\": \"createInstance\", \"status\": 500|faults[0].operation: there is no operation createInstance",
        "\"operation\": \"resetState\", \"status\": 500|faults[0].operation: there is no operation resetState",
        "\"operation\": \"gates.*\", \"status\": 500|faults[0].operation: there is no family gates",
        "\"operation\": \"*\"|faults[0]: status, error_code or delay_ms is needed",
        "\"operation\": \"*\", \"error_code\": \"APIC.1\"|faults[0].error_code: there is no error code APIC.1, so that it needs a status and an error_msg",
        "\"operation\": \"*\", \"error_code\": \"APIG.3030\"|faults[0].error_msg: needed, because the message of APIG.3030 varies"})
    void areRefusedWithPlaceAndReason(String fault, String message) {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            set(server, "{\"operation\": \"*\", \"status\": 500}");
            Answer answer = Gateways.control(server, "PUT", "faults", "{\"faults\": [{" + fault + "}]}");
            assertEquals(400, answer.status());
            assertEquals(message, answer.json().get("error_msg").asText());
            assertEquals(500, Gateways.list(server, "").status(), "the others stay");
        }
    }

    private static String run(TestServer one, TestServer other, int seed) {
        Gateways.order(one, "PUT", "faults", """
            {"seed": %d, "faults": [{"operation": "listInstancesV2", "status": 500, "probability": 0.4}]}""".formatted(seed));
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            result.append(Gateways.list(i % 3 == 0 ? other : one, "").status() == 500 ? 'x' : '.');
        }
        assertFalse(result.isEmpty());
        return result.toString();
    }

    private static void set(TestServer server, String fault) {
        Gateways.order(server, "PUT", "faults", "{\"faults\": [" + fault + "]}");
    }
}
