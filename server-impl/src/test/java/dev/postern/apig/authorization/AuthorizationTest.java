package dev.postern.apig.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Authorisations and quotas across operations. */
class AuthorizationTest {

    private static final String STATE = """
        {"gateways": [{"id": "g1", "project_id": "73d69ae0cfcf460190522d06b60f05ad", "instance_name": "one",
          "environments": [{"id": "e1", "name": "RELEASE"}], "api_groups": [{"id": "gr1", "name": "group"}],
          "apis": [{"id": "api1", "group_id": "gr1", "name": "API_1", "req_uri": "/1", "auth_type": "APP",
            "publications": [{"publish_id": "p1", "env_id": "e1"}]}],
          "apps": [{"id": "a1", "name": "first", "app_key": "key-1"}, {"id": "a2", "name": "second", "app_key": "key-2"}],
          "app_quotas": [{"id": "q1", "name": "one", "call_limits": 1, "time_unit": "DAY", "time_interval": 1},
            {"id": "q2", "name": "two", "call_limits": 1, "time_unit": "DAY", "time_interval": 1}]}]}""";

    @ParameterizedTest
    @EnumSource
    void anAuthorisationIsMadeOnceHoweverManyAskAtOnce(Database database) throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            List<String> results = Gateways.atOnce(16, () -> authorise(server).at("/auths/0/auth_result/status").asText());
            assertEquals(1, results.stream().filter("SUCCESS"::equals).count(), results.toString());
            assertEquals(15, results.stream().filter("SKIPPED"::equals).count(), results.toString());
            assertEquals(1, send(server, "GET", "/apps?id=a1", null).json().at("/apps/0/bind_num").asInt());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatBelongsToACredentialGoesWithIt(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            assertEquals("SUCCESS", authorise(server).at("/auths/0/auth_result/status").asText());
            assertEquals(201, send(server, "POST", "/app-quotas/q1/binding-apps", "{\"app_ids\": [\"a1\", \"a2\"]}").status());
            assertEquals(204, send(server, "DELETE", "/apps/a1", null).status());
            assertEquals(0, send(server, "GET", "/app-auths/binded-apps?api_id=api1", null).json().get("total").asInt());
            JsonNode bound = send(server, "GET", "/app-quotas/q1/bound-apps", null).json();
            assertEquals(1, bound.get("total").asInt());
            assertEquals("a2", bound.at("/apps/0/app_id").asText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCredentialHasOneQuotaWhoeverAsksForAnother(Database database) throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            AtomicInteger number = new AtomicInteger();
            List<Answer> answers = Gateways.atOnce(16, () -> send(server, "POST",
                "/app-quotas/q" + (1 + number.incrementAndGet() % 2) + "/binding-apps", "{\"app_ids\": [\"a1\", \"a2\"]}"));
            assertTrue(answers.stream().allMatch(answer -> answer.status() == 201), answers.toString());
            assertEquals(2, send(server, "GET", "/app-quotas/q1/bound-apps", null).json().get("total").asInt()
                + send(server, "GET", "/app-quotas/q2/bound-apps", null).json().get("total").asInt());
            String quota = send(server, "GET", "/apps/a1/bound-quota", null).json().get("app_quota_id").asText();
            assertEquals(204, send(server, "DELETE", "/app-quotas/" + quota, null).status());
            assertEquals("{}", send(server, "GET", "/apps/a1/bound-quota", null).text());
        }
    }

    private static JsonNode authorise(TestServer server) {
        return send(server, "POST", "/app-auths",
            "{\"env_id\": \"e1\", \"app_ids\": [\"a1\"], \"api_ids\": [\"api1\"]}").json();
    }

    private static Answer send(TestServer server, String method, String path, String body) {
        return server.send(method, Gateways.PATH + "/g1" + path, body, "X-Auth-Token", "any");
    }
}
