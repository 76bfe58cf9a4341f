package dev.postern.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What no client should send: refused in the vendor's shape, and nothing changes. */
@ParameterizedClass
@EnumSource
class BadInputTest {

    private static final String STATE = """
        {"clock": {"frozen_at": "2026-01-01T00:00:00Z"},
         "gateways": [{"id": "g1", "project_id": "73d69ae0cfcf460190522d06b60f05ad", "instance_name": "one",
           "create_time": 1, "environments": [{"id": "e1", "name": "RELEASE"}],
           "api_groups": [{"id": "grp", "name": "grp"}],
           "apis": [{"id": "a1", "group_id": "grp", "name": "api", "req_uri": "/"}],
           "apps": [{"id": "app1", "name": "app", "app_key": "key", "app_secret": "secret12"}],
           "plugins": [{"id": "p1", "name": "plugin"}],
           "throttles": [{"id": "t1", "name": "throttle", "time_interval": 1, "time_unit": "DAY", "api_call_limits": 5}]}],
         "subscriptions": [{"resource_id": "r1", "project_id": "73d69ae0cfcf460190522d06b60f05ad",
           "resource_spec_code": "secmaster.basic", "resource_size": 3, "billing_mode": "POSTPAID"}]}""";

    /** Every operation that takes a body, with the code for one that cannot be read. */
    private static final List<String[]> BODIES = List.of(
        new String[] {"POST", Gateways.PATH, "APIC.7211"},
        new String[] {"POST", Gateways.PATH + "/g1/postpaid-resize", "APIC.7211"},
        new String[] {"PUT", Gateways.PATH + "/g1", "APIC.7211"},
        new String[] {"PUT", Gateways.PATH + "/g1/eip", "APIC.7211"},
        new String[] {"POST", Gateways.PATH + "/g1/nat-eip", "APIC.7211"},
        new String[] {"PUT", Gateways.PATH + "/g1/nat-eip", "APIC.7211"},
        new String[] {"POST", Gateways.PATH + "/g1/ingress-eip", "APIC.7211"},
        new String[] {"PUT", Gateways.PATH + "/g1/ingress-eip", "APIC.7211"},
        new String[] {"POST", Gateways.PATH + "/g1/instance-tags/action", "APIC.7211"},
        new String[] {"POST", Gateways.PATH + "/g1/features", "APIG.2000"},
        new String[] {"PUT", Gateways.PATH + "/g1/throttles/t1", "APIG.2000"},
        new String[] {"PUT", Gateways.PATH + "/g1/apis/a1/plugins/detach", "APIG.2000"},
        new String[] {"PUT", Gateways.PATH + "/g1/apps/secret/app1", "APIG.2000"},
        new String[] {"PUT", Gateways.PATH + "/g1/acl-bindings?action=delete", "APIG.2000"},
        new String[] {"PUT", "/v1/73d69ae0cfcf460190522d06b60f05ad/subscriptions/orders", "SecMaster.0400"},
        new String[] {"PUT", "/_postern/state", "POSTERN.0400"},
        new String[] {"PUT", "/_postern/faults", "POSTERN.0400"});

    @Parameter
    Database database;

    private TestServer server;
    private JsonNode before;

    @BeforeEach
    void start() {
        server = TestServer.start(database.newUrl());
        Gateways.order(server, "PUT", "state", STATE);
        before = Gateways.order(server, "GET", "state", null);
    }

    @AfterEach
    void nothingChanged() {
        JsonNode after = Gateways.order(server, "GET", "state", null);
        server.close();
        assertEquals(before, after);
    }

    @Test
    void bodiesThatAreNoJsonObject() {
        for (String[] operation : BODIES) {
            for (String body : new String[] {"{", "[]", "[{}]", "\"text\"", "5", "false", "{} {}", "{\"a\":}", "{'a': 1}",
                "<a/>", "\u0000", "[".repeat(50_000), "{\"a\":".repeat(5_000)}) {
                Answer answer = send(operation[0], operation[1], body, "application/json");
                assertEquals(400, answer.status(), operation[1] + " " + body.substring(0, Math.min(20, body.length())));
                assertShape(answer);
                if (!body.startsWith("{\"a\":{")) {
                    assertEquals(operation[2], answer.json().get("error_code").asText(), operation[1] + " " + body);
                }
            }
        }
    }

    @Test
    void fieldsThatAreUnknownRepeatedOrNull() {
        for (String[] operation : BODIES) {
            for (String body : new String[] {"{\"nonsense\": 1}", "{\"nonsense\": null, \"nonsense\": 1}"}) {
                Answer answer = send(operation[0], operation[1], body, "application/json");
                assertEquals(400, answer.status(), operation[1]);
                assertTrue(answer.json().get("error_msg").asText().contains("nonsense"), answer.text());
            }
        }
        assertMessage("instanceName", send("POST", Gateways.PATH, "{\"instance_name\": null}", "application/json"));
        assertMessage("app_secret", send("PUT", Gateways.PATH + "/g1/apps/secret/app1",
            "{\"app_secret\": \"secret99\", \"app_secret\": \"secret98\"}", "application/json"));
        assertMessage("acl_bindings[0]", send("PUT", Gateways.PATH + "/g1/acl-bindings?action=delete",
            "{\"acl_bindings\": [5]}", "application/json"));
    }

    @Test
    void constantNamesAndNumbersForEnums() {
        String policy = "{\"name\": \"throttle\", \"time_interval\": 1, \"api_call_limits\": 5, \"time_unit\": %s, \"type\": %s}";
        for (String[] bad : new String[][] {{"\"DAY\"", "\"BASIC\""}, {"\"DAY\"", "\"1\""}, {"\"DAY\"", "3"},
            {"\"DAY\"", "1.0"}, {"\"day\"", "1"}, {"3", "1"}}) {
            Answer answer = send("PUT", Gateways.PATH + "/g1/throttles/t1", policy.formatted((Object[]) bad), "application/json");
            assertEquals(400, answer.status(), String.join(" ", bad));
        }
        assertMessage("status", server.send("GET", Gateways.PATH + "?status=RUNNING", null, "X-Auth-Token", "any"));
    }

    @Test
    void parametersOfTheWrongType() {
        for (String[] bad : new String[][] {{"limit", "abc"}, {"limit", "1.5"}, {"limit", "2147483648"}, {"offset", "0x1"},
            {"status", "abc"}, {"since", "yesterday"}, {"since", "2024-13-01T00:00:00Z"}}) {
            Answer answer = server.send("GET", "/_postern/journal?" + bad[0] + "=" + bad[1], null);
            assertEquals("{\"error_code\":\"POSTERN.0400\",\"error_msg\":\"" + bad[0] + "\"}", answer.text());
            assertEquals(400, answer.status());
        }
        for (String[] bad : new String[][] {{"page", "abc"}, {"per_page", "1.5"}, {"enabled", "abc"}, {"enabled", "TRUE"}, {"is_domain", "1"}}) {
            Answer answer = server.send("GET", "/v3/projects?" + bad[0] + "=" + bad[1], null, "X-Auth-Token", "any");
            assertEquals("Request parameter " + bad[0] + " is invalid.", answer.json().at("/error/message").asText());
            assertEquals(400, answer.status());
        }
    }

    @Test
    void otherContentTypes() {
        for (String[] operation : BODIES) {
            for (String type : new String[] {"text/plain", "nonsense"}) {
                Answer answer = send(operation[0], operation[1], "{}", type);
                // Of an operation that takes two types the router has to know which.
                boolean undecided = operation[1].equals("/_postern/state") && type.equals("nonsense");
                assertEquals(undecided ? 400 : 415, answer.status(), operation[1] + " " + type);
                assertShape(answer);
            }
        }
    }

    @Test
    void bodiesOverTheLimit() {
        String body = "{\"a\": \"" + "x".repeat(12 * 1024 * 1024) + "\"}";
        for (String[] operation : BODIES) {
            Answer answer = send(operation[0], operation[1], body, "application/json");
            assertEquals(413, answer.status(), operation[1]);
            assertShape(answer);
        }
    }

    @Test
    void pathsAndMethodsThatThereAreNot() {
        for (String path : new String[] {"/", "/v2", "/v2/p/apigw", Gateways.PATH + "/g1/nope", "/v1/p/subscriptions",
            "/_postern", "/_postern/nope", "/_postern/state/", Gateways.PATH + "/", "/v2/p/apigw/instances/a/b/c/d",
            "/v2/../etc/passwd", "/%2e%2e/x"}) {
            Answer answer = server.send("GET", path, null, "X-Auth-Token", "any");
            assertEquals(404, answer.status(), path);
            assertShape(answer);
        }
        for (String[] call : new String[][] {{"PATCH", Gateways.PATH}, {"DELETE", Gateways.PATH}, {"PATCH", Gateways.PATH + "/g1"},
            {"GET", Gateways.PATH + "/g1/eip"}, {"DELETE", "/_postern/state"}}) {
            Answer answer = server.send(call[0], call[1], null, "X-Auth-Token", "any");
            assertEquals(405, answer.status(), String.join(" ", call));
            assertFalse(answer.header("Allow") == null, "says what is allowed");
            assertShape(answer);
        }
        for (String[] call : new String[][] {{"delete", Gateways.PATH + "/g1"}, {"Post", "/_postern/reset"}}) {
            Answer answer = server.send(call[0], call[1], null, "X-Auth-Token", "any");
            assertEquals(405, answer.status(), String.join(" ", call));
            assertShape(answer);
        }
    }

    @Test
    void nothingBehindTheLastSlashIsNotWhatHoldsIt() {
        Answer answer = server.send("DELETE", Gateways.PATH + "/g1/", null, "X-Auth-Token", "any");
        assertEquals(404, answer.status());
        assertShape(answer);
        assertEquals(200, server.send("GET", Gateways.PATH + "/g1", null, "X-Auth-Token", "any").status());
    }

    @Test
    void nothingIsNoNumber() {
        assertEquals("POSTERN.0400", server.send("GET", "/_postern/journal?limit=", null).json().path("error_code").asText());
        assertEquals(400, server.send("GET", "/v3/projects?per_page=", null, "X-Auth-Token", "any").status());
        assertEquals(200, server.send("GET", Gateways.PATH + "?limit=", null, "X-Auth-Token", "any").status(), "it is corrected");
    }

    @Test
    void charactersThatNoDatabaseKeeps() {
        assertMessage("instanceName", server.send("GET", Gateways.PATH + "?instance_name=a%00", null, "X-Auth-Token", "any"));
        assertEquals("POSTERN.0400", server.send("GET", "/_postern/journal?path=a%00", null).json().path("error_code").asText());
        assertEquals(404, server.send("GET", Gateways.PATH + "/a%00b", null, "X-Auth-Token", "any").status());
        assertEquals(403, server.send("GET", "/v2/p%00/apigw/instances", null, "X-Auth-Token", "any").status());
        assertMessage("app_secret", send("PUT", Gateways.PATH + "/g1/apps/secret/app1",
            "{\"app_secret\": \"abcdefgh\\u0000\"}", "application/json"));
        assertMessage("acl_bindings[0]", send("PUT", Gateways.PATH + "/g1/acl-bindings?action=delete",
            "{\"acl_bindings\": [\"\\ud800\"]}", "application/json"));
    }

    @Test
    void callersWithoutAToken() {
        for (String[] operation : BODIES.subList(0, 7)) {
            for (String[] headers : new String[][] {{}, {"X-Auth-Token", ""}, {"X-Auth-Token", "  "}}) {
                Answer answer = server.send(operation[0], operation[1], "{", headers);
                assertEquals(401, answer.status(), operation[1]);
                assertEquals("Incorrect token or token resolution failed", answer.json().get("error_msg").asText());
            }
        }
    }

    private Answer send(String method, String path, String body, String type) {
        return server.send(method, path, body, "X-Auth-Token", "any", "X-Language", "en", "Content-Type", type);
    }

    private static void assertMessage(String name, Answer answer) {
        assertEquals(400, answer.status(), answer.text());
        assertTrue(answer.json().get("error_msg").asText().contains(name), answer.text());
    }

    private static void assertShape(Answer answer) {
        assertEquals("application/json", answer.header("Content-Type"));
        assertEquals(2, answer.json().size(), answer.text());
        assertTrue(answer.json().get("error_code").asText().matches("(APIC|APIG|SecMaster|POSTERN)\\.[0-9]{4}"), answer.text());
        assertFalse(answer.text().contains("Exception") || answer.text().contains("dev.postern"), answer.text());
    }
}
