package dev.postern.apig.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.Restart;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Gateways over their life, with others wanting the same, and over a restart. */
@ParameterizedClass
@EnumSource
class GatewayTest {

    private static final String FROZEN = """
        {"clock": {"frozen_at": "%s"}, "gateways": [{"id": "g1", "project_id": "73d69ae0cfcf460190522d06b60f05ad",
          "instance_name": "one", "transition": {"kind": "%s", "started_at": "2026-01-01T00:00:00Z",
          "ends_at": "2026-01-01T00:00:08Z", "spec": "PLATINUM"}}]}""";

    @Parameter
    Database database;

    @Test
    void whatIsDoneToAGatewayFollowsFromTheClock() {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Map<String, String> moments = new TreeMap<>(Map.of("00:00:01Z", "Creating", "00:00:03Z", "Installing",
                "00:00:05Z", "Initing", "00:00:07Z", "Registering", "00:00:08Z", "Running"));
            moments.forEach((moment, status) -> {
                Gateways.order(server, "PUT", "state", FROZEN.formatted("2026-01-01T" + moment, "CREATE"));
                assertEquals(status, Gateways.status(server, "g1"));
                JsonNode listed = Gateways.list(server, "?status=" + status).json();
                assertEquals(1, listed.get("total").asInt(), status);
                assertEquals(status, listed.at("/instances/0/status").asText());
                assertEquals(status.equals("Running") ? 0 : 1, Gateways.list(server, "").json().get("total").asInt()
                    - Gateways.list(server, "?status=Running").json().get("total").asInt());
            });
            Gateways.order(server, "PUT", "state", FROZEN.formatted("2026-01-01T00:00:08Z", "RESIZE"));
            assertEquals("PLATINUM", Gateways.show(server, "g1").json().get("spec").asText());
            Gateways.order(server, "PUT", "state", FROZEN.formatted("2026-01-01T00:00:07Z", "RESIZE"));
            assertEquals("BASIC", Gateways.show(server, "g1").json().get("spec").asText());
            assertRefused(409, "APIC.7701", Gateways.delete(server, "g1"));
            Gateways.order(server, "PUT", "state", FROZEN.formatted("2026-01-01T00:00:08Z", "DELETE"));
            assertRefused(404, "APIC.7302", Gateways.show(server, "g1"));
            assertEquals(0, Gateways.list(server, "").json().get("total").asInt());
            assertEquals(202, Gateways.create(server, "one").status(), "its name is free again");
        }
    }

    @Test
    void aDeletedGatewayTakesEverythingInItAlong() {
        try (TestServer server = TestServer.start(database.newUrl())) {
            String id = Gateways.created(server, "whole");
            assertEquals(1, Gateways.order(server, "GET", "state", null).at("/gateways/0/environments").size());
            assertEquals(204, Gateways.delete(server, id).status());
            assertRefused(404, "APIC.7302", Gateways.delete(server, id));
            assertRefused(404, "APIC.7302", Gateways.resize(server, id));
            JsonNode state = Gateways.order(server, "GET", "state", null);
            assertTrue(state.path("gateways").isMissingNode(), state.toString());
        }
    }

    @Test
    void oneNameIsGivenOnce() throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Map<Integer, Long> statuses = Gateways.atOnce(24, () -> Gateways.create(server, "wanted")).stream()
                .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
            assertEquals(Map.of(202, 1L, 400, 23L), statuses);
            assertRefused(400, "APIC.7500", Gateways.create(server, "wanted"));
            assertEquals(1, Gateways.list(server, "").json().get("total").asInt());
        }
    }

    @Test
    void aProjectHasFiveGatewaysHoweverManyAskAtOnce() throws Exception {
        String url = database.newUrl();
        try (TestServer server = TestServer.start(url); TestServer replica = TestServer.start(url)) {
            AtomicInteger turn = new AtomicInteger();
            Map<Integer, Long> statuses = Gateways.atOnce(24, () -> {
                int number = turn.getAndIncrement();
                return Gateways.create(number % 2 == 0 ? server : replica, "gateway-" + number);
            }).stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
            assertEquals(Map.of(202, 5L, 403, 19L), statuses);
            assertRefused(403, "APIC.7400", Gateways.create(server, "another"));
            String elsewhere = Gateways.PATH.replace("73d69ae0cfcf460190522d06b60f05ad", "other");
            assertEquals(0, server.send("GET", elsewhere, null, "X-Auth-Token", "any").json().get("total").asInt());
            Gateways.delete(server, Gateways.list(server, "").json().at("/instances/0/id").asText());
            assertEquals(202, Gateways.create(server, "another").status(), "one that is gone does not count");
            ObjectNode state = (ObjectNode) Gateways.order(server, "GET", "state", null);
            state.putArray("project_quotas").addObject().put("project_id", "73d69ae0cfcf460190522d06b60f05ad")
                .put("instance_num_limit", 6);
            Gateways.order(server, "PUT", "state", state.toString());
            assertEquals(202, Gateways.create(replica, "sixth").status());
            assertRefused(403, "APIC.7400", Gateways.create(replica, "seventh"));
        }
    }

    @Test
    void oneGatewayIsResizedOnce() throws Exception {
        try (TestServer server = TestServer.start(database.newUrl(), "postern.transition-time", "1h")) {
            Gateways.order(server, "PUT", "state", """
                {"gateways": [{"id": "g1", "project_id": "73d69ae0cfcf460190522d06b60f05ad", "instance_name": "one"}]}""");
            Map<Integer, Long> statuses = Gateways.atOnce(16, () -> Gateways.resize(server, "g1")).stream()
                .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
            assertEquals(Map.of(202, 1L, 409, 15L), statuses);
        }
    }

    @Test
    void listsAnyPartInAStableOrder() {
        try (TestServer server = TestServer.start(database.newUrl())) {
            StringBuilder gateways = new StringBuilder();
            for (int i = 0; i < 45; i++) {
                gateways.append(i == 0 ? "" : ",").append("""
                    {"id": "g%02d", "project_id": "73d69ae0cfcf460190522d06b60f05ad", "instance_name": "n_%02d",
                     "create_time": %d}""".formatted(i, i, 1000 + i / 2));
            }
            Gateways.order(server, "PUT", "state", "{\"gateways\": [" + gateways + "]}");
            List<String> all = ids(server, "?limit=500");
            assertEquals(45, all.size());
            assertEquals(List.of("g44", "g42", "g43", "g40"), all.subList(0, 4), "newest first, then by id");
            assertEquals(all.subList(1, 4), ids(server, "?offset=1&limit=3"));
            assertEquals(all.subList(44, 45), ids(server, "?offset=44&limit=20"));
            assertEquals(List.of(), ids(server, "?offset=9223372036854775808"));
            assertEquals(all.subList(0, 20), ids(server, "?offset=-5&limit=0"));
            assertEquals(all.subList(0, 20), ids(server, "?offset=x&limit="));
            assertEquals(all, ids(server, "?limit=99999999999999999999"));
            assertEquals(List.of("g07"), ids(server, "?instance_name=N_07"));
            assertEquals(List.of(), ids(server, "?instance_name=%25"), "% is no wildcard");
            assertEquals(45, ids(server, "?instance_name=_&limit=100").size());
            assertEquals(List.of(), ids(server, "?instance_name=n__7"), "_ is no wildcard");
        }
    }

    /** Many are found in another way than few are; what is deleted or renamed is found in neither. */
    @Test
    void countsAndFindsManyAsItDoesFew() {
        try (TestServer server = TestServer.start(database.newUrl())) {
            StringBuilder gateways = new StringBuilder("""
                {"id": "odd", "project_id": "73d69ae0cfcf460190522d06b60f05ad", "instance_name": "Of %_\\\\ Ämter/x",
                 "create_time": 1}""");
            for (int i = 0; i < 700; i++) {
                gateways.append("""
                    , {"id": "g%03d", "project_id": "73d69ae0cfcf460190522d06b60f05ad", "instance_name": "name%03d",
                     "create_time": %d}""".formatted(i, i, 1000 + i));
            }
            Gateways.order(server, "PUT", "state", """
                {"project_quotas": [{"project_id": "73d69ae0cfcf460190522d06b60f05ad", "instance_num_limit": 702}],
                 "gateways": [%s]}""".formatted(gateways));
            assertEquals(701, total(server, ""));
            assertEquals(List.of("g001", "g000", "odd"), ids(server, "?offset=698&limit=500"));
            assertEquals(List.of("g001"), ids(server, "?offset=698&limit=1"));
            assertEquals(List.of("g689", "g688"), ids(server, "?offset=10&limit=2"));
            assertEquals(700, total(server, "?instance_name=NAME"));
            assertEquals(List.of("g000"), ids(server, "?instance_name=nam&offset=699"));
            assertEquals(100, total(server, "?instance_name=e6"));
            assertEquals(List.of("odd"), ids(server, "?instance_name=%25_%5C%20%C3%A4MT"));
            assertEquals(List.of("odd"), ids(server, "?instance_name=r/X"));
            assertEquals(List.of(), ids(server, "?instance_name=r%5Cx"));
            assertEquals(204, Gateways.delete(server, "g600").status());
            assertEquals(List.of(), ids(server, "?instance_name=e600"));
            assertEquals(700, total(server, ""));
            String other = Gateways.created(server, "other");
            assertEquals(701, total(server, ""), "what is gone is gone from the number, too");
            assertEquals(List.of(other), ids(server, "?instance_name=THE"));
            assertEquals(200, server.send("PUT", Gateways.PATH + "/" + other, "{\"instance_name\": \"renamed\"}",
                "X-Auth-Token", "any").status());
            assertEquals(List.of(), ids(server, "?instance_name=the"));
            assertEquals(List.of(other), ids(server, "?instance_name=RENAMED"));
            assertEquals(202, Gateways.create(server, "last").status());
            assertRefused(403, "APIC.7400", Gateways.create(server, "one-too-many"));
            assertEquals(702, total(server, ""));
        }
    }

    @Test
    void theIdOfAGatewayThatIsGoneIsFreeInEveryProject() {
        try (TestServer server = TestServer.start(database.newUrl())) {
            String wanted = """
                {"instance_id": "0123456789abcdef0123456789abcdef", "instance_name": "first", "spec_id": "BASIC",
                 "available_zone_ids": ["az1"], "vpc_id": "v", "subnet_id": "s", "security_group_id": "g"}""";
            String elsewhere = Gateways.PATH.replace("73d69ae0cfcf460190522d06b60f05ad", "other");
            assertEquals(202, server.send("POST", Gateways.PATH, wanted, "X-Auth-Token", "any").status());
            assertRefused(400, "APIC.7505", server.send("POST", elsewhere, wanted, "X-Auth-Token", "any"));
            assertEquals(204, Gateways.delete(server, "0123456789abcdef0123456789abcdef").status());
            assertEquals(202, server.send("POST", elsewhere, wanted, "X-Auth-Token", "any").status());
            assertEquals(0, total(server, ""));
        }
    }

    @Test
    void aRestartInTheMiddleChangesNothing(@TempDir Path folder) {
        String url = database == Database.H2 ? "jdbc:h2:file:" + folder.resolve("state") : database.newUrl();
        String id;
        String busy;
        try (TestServer server = TestServer.start(url, "postern.transition-time", "0s")) {
            id = Gateways.created(server, "settled");
            prepareRestart(server);
        }
        try (TestServer server = TestServer.start(url, "postern.transition-time", "1h")) {
            assertEquals("Running", Gateways.status(server, id));
            busy = Gateways.created(server, "busy");
            assertEquals(202, Gateways.resize(server, id).status());
            prepareRestart(server);
        }
        try (TestServer server = TestServer.start(url, "postern.transition-time", "0s")) {
            assertEquals("Creating", Gateways.status(server, busy));
            assertEquals("Resizing", Gateways.status(server, id));
            JsonNode state = Gateways.order(server, "GET", "state", null);
            ((ObjectNode) state).putObject("clock")
                .put("frozen_at", "2199-01-01T00:00:00Z");
            Gateways.order(server, "PUT", "state", state.toString());
            assertEquals("Running", Gateways.status(server, busy));
            assertEquals("PROFESSIONAL", Gateways.show(server, id).json().get("spec").asText());
            prepareRestart(server);
        }
    }

    private void prepareRestart(TestServer server) {
        if (database == Database.H2) {
            Restart.prepare(server);
        }
    }

    private static int total(TestServer server, String query) {
        return Gateways.list(server, query).json().get("total").asInt();
    }

    private static List<String> ids(TestServer server, String query) {
        JsonNode list = Gateways.list(server, query).json();
        assertEquals(list.get("instances").size(), list.get("size").asInt());
        return StreamSupport.stream(list.get("instances").spliterator(), false).map(g -> g.get("id").asText()).toList();
    }

    private static void assertRefused(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals(code, answer.json().get("error_code").asText());
        assertFalse(answer.json().get("error_msg").asText().isEmpty());
    }
}
