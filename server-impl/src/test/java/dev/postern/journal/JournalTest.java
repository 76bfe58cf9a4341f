package dev.postern.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.Restart;
import dev.postern.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JournalTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void recordsWhatIsRequestedOnceItIsSwitchedOn(Database database) {
        String url = database.newUrl();
        try (TestServer one = TestServer.start(url); TestServer other = TestServer.start(url)) {
            Gateways.list(one, "");
            record(one, true);
            String id = Gateways.created(other, "one");
            Gateways.list(one, "?instance_name=one");
            record(other, false);
            Gateways.show(one, id);

            JsonNode journal = journal(one, "");
            assertEquals(2, journal.get("total").asInt(), journal::toString);
            assertFalse(journal.get("recording").asBoolean());
            JsonNode list = journal.at("/entries/0");
            assertEquals("listInstancesV2", list.get("operation").asText());
            assertEquals("instance_name=one", list.get("query").asText());
            assertEquals(0, list.get("violations").size());
            JsonNode create = journal.at("/entries/1");
            assertEquals("POST", create.get("method").asText());
            assertEquals(Gateways.PATH, create.get("path").asText());
            assertEquals(202, create.get("status").asInt());
            assertTrue(create.get("body").asText().contains("\"instance_name\":\"one\""), create::toString);
            assertFalse(create.get("body_truncated").asBoolean());
            assertTrue(create.get("duration_ms").asDouble() > 0);
            assertFalse(create.has("fault") || create.has("error_code"), create::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void saysEverythingThatIsWrongWithARequest(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            record(server, true);
            assertEquals("APIC.7211", server.send("POST", Gateways.PATH, """
                {"instance_name": "1", "spec_id": "BASIC", "available_zone_ids": ["az1"], "description": "%s",
                 "vpc_id": "vpc-1", "subnet_id": "subnet-1", "security_group_id": "group-1"}""".formatted("x".repeat(256)),
                "X-Auth-Token", "any").json().get("error_code").asText());
            JsonNode entry = journal(server, "").at("/entries/0");
            assertEquals(400, entry.get("status").asInt());
            assertEquals("APIC.7211", entry.get("error_code").asText());
            assertEquals(List.of("description", "instance_name", "instance_name"),
                entry.get("violations").findValuesAsText("place"));

            violation(server, "instance_name", () -> server.send("POST", Gateways.PATH, "{\"instance_name\": 7}", "X-Auth-Token", "any"));
            violation(server, "body", () -> server.send("POST", Gateways.PATH, "{", "X-Auth-Token", "any"));
            violation(server, "extra", () -> server.send("POST", Gateways.PATH, "{\"extra\": 7}", "X-Auth-Token", "any"));
            violation(server, "status", () -> Gateways.list(server, "?status=Asleep"));
            violation(server, "limit", () -> Gateways.list(server, "?limit=100000"));
            violation(server, "colour", () -> Gateways.list(server, "?colour=red"));
            violation(server, "path", () -> server.send("GET", "/v2/nothing", null, "X-Auth-Token", "any"));
            violation(server, "method", () -> server.send("PATCH", Gateways.PATH, null, "X-Auth-Token", "any"));
            violation(server, "authentication", () -> server.send("GET", Gateways.PATH, null));
            violation(server, "per_page", () -> server.send("GET", "/v3/projects?per_page=abc", null, "X-Auth-Token", "any"));
            violation(server, "page", () -> server.send("GET", "/v3/projects?page=0", null, "X-Auth-Token", "any"));
            violation(server, "request", () -> server.send("POST", "/v3/auth/tokens", "{\"auth\": {\"identity\": {\"methods\": [\"password\"]}}}"));
            assertEquals("IAM.0007", journal(server, "").at("/entries/0/error_code").asText());
            violation(server, "Content-Type", () -> server.send("POST", Gateways.PATH, "a", "X-Auth-Token", "any", "Content-Type", "text/plain"));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void namesTheFaultThatStruck(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            record(server, true);
            Gateways.order(server, "PUT", "faults",
                "{\"faults\": [{\"operation\": \"gateway.*\", \"status\": 400, \"when\": \"AFTER\", \"times\": 1, \"delay_ms\": 20}]}");
            Gateways.create(server, "one");
            Gateways.create(server, "two");
            JsonNode entries = journal(server, "?operation=createInstanceV2").get("entries");
            assertEquals(202, entries.at("/0/status").asInt());
            assertEquals("gateway.*", entries.at("/1/fault/operation").asText());
            assertEquals(0, entries.at("/1/fault/times").asInt());
            assertEquals(400, entries.at("/1/status").asInt());
            assertEquals(0, entries.at("/1/violations").size());
            assertTrue(entries.at("/1/duration_ms").asDouble() >= 20);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void showsWhatIsAskedFor(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            record(server, true);
            String id = Gateways.created(server, "one");
            Gateways.show(server, id);
            Gateways.show(server, "missing");
            Instant since = Instant.now();
            Gateways.list(server, "");
            assertEquals(2, journal(server, "?operation=showDetailsOfInstanceV2").get("total").asInt());
            assertEquals(1, journal(server, "?status=404").get("total").asInt());
            assertEquals(1, journal(server, "?since=" + since).get("total").asInt());
            assertEquals(1, journal(server, "?path=MISSING").get("total").asInt());
            assertEquals(0, journal(server, "?path=%25").get("total").asInt());
            JsonNode window = journal(server, "?offset=1&limit=2");
            assertEquals(4, window.get("total").asInt());
            assertEquals(2, window.get("entries").size());
            assertEquals(404, window.at("/entries/0/status").asInt());
            for (String query : new String[] {"?limit=0", "?limit=1001", "?offset=-1", "?status=99", "?since=now"}) {
                assertEquals(400, Gateways.control(server, "GET", "journal" + query, null).status(), query);
            }
            for (String query : new String[] {"?since=9999-01-01T00:00:00Z", "?since=0001-01-01T00:00:00Z"}) {
                assertEquals(200, Gateways.control(server, "GET", "journal" + query, null).status(), query);
            }
            Gateways.order(server, "DELETE", "journal", null);
            assertEquals(0, journal(server, "").get("total").asInt());
            assertTrue(journal(server, "").get("recording").asBoolean());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void keepsNoSecrets(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            record(server, true);
            server.send("GET", Gateways.PATH + "?token=HIDDEN&X-Amz%2DSignature=HIDDEN&limit=1", null, "X-Auth-Token", "HIDDEN",
                "Cookie", "a=HIDDEN", "X-Subject-Token", "HIDDEN", "Authorization", "SDK-HMAC-SHA256 HIDDEN");
            server.send("PUT", Gateways.PATH + "/g/apps/secret/a", "{\"app_secret\": \"HIDDEN123\"}", "X-Auth-Token", "HIDDEN");
            server.send("POST", "/v3/auth/tokens", """
                {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "a", "password": "HIDDEN"}},
                 "token": {"id": "HIDDEN"}}}}""");
            server.send("POST", Gateways.PATH, "{\"instance_name\": [{\"password\": {\"a\": \"HIDDEN\"}}]}", "X-Auth-Token", "HIDDEN");
            server.send("POST", Gateways.PATH, "{\"password\": \"HIDDEN", "X-Auth-Token", "HIDDEN");
            server.send("POST", Gateways.PATH + "/g/signs", "{\"sign_key\": \"HIDDEN\"}", "X-Auth-Token", "HIDDEN");
            server.send("POST", Gateways.PATH + "/g/plugins", "{\"plugin_content\": \"{\\\"sasl_password\\\": \\\"HIDDEN\\\"}\"}",
                "X-Auth-Token", "HIDDEN");
            String journal = journal(server, "").toString();
            assertEquals(7, journal(server, "").get("total").asInt());
            assertFalse(journal.contains("HIDDEN"), journal);
            assertTrue(journal.contains("limit=1"), journal);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void recordsWhatTheDatabaseRefuses(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            server.put("gateways: [{id: g, project_id: 73d69ae0cfcf460190522d06b60f05ad, instance_name: one, create_time: 1}]");
            record(server, true);
            for (String name : new String[] {"one", "two"}) {
                server.send("POST", Gateways.PATH + "/g/apps", "{\"name\": \"" + name + "\", \"app_key\": \"the-same-key\"}",
                    "X-Auth-Token", "any");
            }
            assertEquals(201, journal(server, "").at("/entries/1/status").asInt());
            assertEquals(400, journal(server, "").at("/entries/0/status").asInt());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void keepsTheLastRequestsUnderLoad(Database database) throws Exception {
        String url = database.newUrl();
        try (TestServer one = TestServer.start(url, "postern.journal-size", 50);
             TestServer other = TestServer.start(url, "postern.journal-size", 50)) {
            record(one, true);
            Gateways.atOnce(100, () -> {
                assertEquals(200, Gateways.list(one, "").status());
                return Gateways.list(other, "").status();
            });
            assertEquals(50, journal(one, "").get("total").asInt());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void takesWhateverIsSent(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            record(server, true);
            String large = "{\"instance_name\": \"" + "x".repeat(3_000_000) + "\"}";
            assertEquals(400, server.send("POST", Gateways.PATH, large, "X-Auth-Token", "any").status());
            JsonNode entry = journal(server, "").at("/entries/0");
            assertEquals(16384, entry.get("body").asText().length());
            assertTrue(entry.get("body_truncated").asBoolean());
            server.send("POST", Gateways.PATH, "{\"instance_name\": \"a\\u0000\\ud800\"}", "X-Auth-Token", "any");
            server.send("GET", Gateways.PATH + "/a%00b?instance_name=%00", null, "X-Auth-Token", "any", "X-Request-Id", "r1");
            server.send("GET", Gateways.PATH + "?instance_name=%00", null, "X-Auth-Token", "any", "X-Request-Id", "r1");
            entry = journal(server, "").at("/entries/0");
            assertEquals("r1", entry.get("request_id").asText());
            assertEquals(4, journal(server, "").get("total").asInt());
        }
    }

    @Test
    void survivesARestartAndIsForgottenByAReset(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("postern");
        try (TestServer server = TestServer.start(url)) {
            record(server, true);
            Gateways.list(server, "");
            Restart.prepare(server);
        }
        try (TestServer server = TestServer.start(url)) {
            Gateways.list(server, "");
            assertEquals(2, journal(server, "").get("total").asInt());
            Gateways.order(server, "POST", "reset", null);
            Gateways.list(server, "");
            assertEquals(0, journal(server, "").get("total").asInt());
            Restart.prepare(server);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"recording\": 1}", "[]", ""})
    void refusesWhatIsNoSwitch(String body) {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            assertEquals(400, Gateways.control(server, "PUT", "journal", body).status());
        }
    }

    private static void violation(TestServer server, String place, Runnable request) {
        Gateways.order(server, "DELETE", "journal", null);
        request.run();
        JsonNode journal = journal(server, "");
        assertEquals(1, journal.get("total").asInt(), place);
        boolean found = false;
        for (JsonNode violation : journal.at("/entries/0/violations")) {
            found |= violation.get("place").asText().equals(place);
        }
        assertTrue(found, () -> place + " is not in " + journal);
    }

    private static void record(TestServer server, boolean recording) {
        Gateways.order(server, "PUT", "journal", "{\"recording\": " + recording + "}");
    }

    private static JsonNode journal(TestServer server, String query) {
        return Gateways.order(server, "GET", "journal" + query, null);
    }
}
