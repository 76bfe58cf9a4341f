package dev.postern.ids;

import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IdsTest {

    private static final String APP = """
        clock: {frozen_at: "2026-01-31T09:15:00Z"}
        gateways:
          - {id: g, project_id: 73d69ae0cfcf460190522d06b60f05ad, instance_name: other, spec: BASIC,
             apps: [{id: a, name: app, app_key: key}]}
        """;

    @ParameterizedTest
    @EnumSource(Database.class)
    void repeatARunExactly(Database database) {
        String url = database.newUrl();
        try (TestServer one = TestServer.start(url); TestServer other = TestServer.start(url)) {
            String first = run(one, other, 42);
            assertEquals(first, run(other, one, 42));
            assertNotEquals(first, run(one, other, 43));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void areNeverDrawnTwice(Database database) throws Exception {
        String url = database.newUrl();
        try (TestServer one = TestServer.start(url, "postern.gateways-per-project", 40);
                TestServer other = TestServer.start(url, "postern.gateways-per-project", 40)) {
            Gateways.order(one, "PUT", "ids", "{\"seed\": -1}");
            java.util.concurrent.atomic.AtomicInteger turn = new java.util.concurrent.atomic.AtomicInteger();
            List<String> ids = Gateways.atOnce(40, () -> {
                int number = turn.getAndIncrement();
                return Gateways.created(number % 2 == 0 ? one : other, "gateway-" + number);
            });
            assertEquals(40, new HashSet<>(ids).size());
            assertTrue(ids.stream().allMatch(id -> id.matches("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}")), ids::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void areRandomWithoutASeed(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "ids", "{\"seed\": 42}");
            String seeded = Gateways.created(server, "one");
            assertTrue(Gateways.order(server, "GET", "ids", null).get("drawn").asInt() > 3);
            Gateways.order(server, "POST", "reset", null);
            assertFalse(Gateways.order(server, "GET", "ids", null).has("seed"));
            assertNotEquals(seeded, Gateways.created(server, "one"));
            Gateways.order(server, "DELETE", "ids", null);
            assertEquals(400, Gateways.control(server, "PUT", "ids", "{}").status());
            assertEquals(400, Gateways.control(server, "PUT", "ids", "{\"seed\": \"a\"}").status());
        }
    }

    private static String run(TestServer one, TestServer other, int seed) {
        one.put(APP);
        Gateways.order(one, "PUT", "ids", "{\"seed\": " + seed + "}");
        StringBuilder answers = new StringBuilder();
        answers.append(Gateways.create(one, "gateway-1").text());
        answers.append(Gateways.create(other, "gateway-1").text());
        answers.append(Gateways.create(other, "gateway-2").text());
        answers.append(one.send("PUT", Gateways.PATH + "/g/apps/secret/a", "{}", "X-Auth-Token", "any").text());
        answers.append(other.send("PUT", Gateways.PATH + "/g/apps/a/app-codes", null, "X-Auth-Token", "any").text());
        answers.append(Gateways.list(one, "").text());
        answers.append(Gateways.control(one, "GET", "state", null).text());
        return answers.toString();
    }
}
