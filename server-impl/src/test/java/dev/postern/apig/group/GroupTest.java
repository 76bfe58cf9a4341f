package dev.postern.apig.group;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** API groups, environments, variables and gateway responses over their life, and with others wanting the same. */
@ParameterizedClass
@EnumSource
class GroupTest {

    private static final String STATE = """
        {"gateways": [{"id": "g1", "project_id": "73d69ae0cfcf460190522d06b60f05ad", "instance_name": "one",
          "quotas": [{"name": "APIGROUP_NUM_LIMIT", "most": 4}, {"name": "ENVIRONMENT_NUM_LIMIT", "most": 4},
                     {"name": "VARIABLE_NUM_LIMIT", "most": 3}],
          "environments": [{"id": "DEFAULT_ENVIRONMENT_RELEASE_ID", "name": "RELEASE"}],
          "api_groups": [{"id": "group", "name": "DEFAULT", "is_default": 1}]}]}""";

    @Parameter
    Database database;

    @Test
    void aNewGatewayHasItsGroupEnvironmentAndResponse() {
        try (TestServer server = TestServer.start(database.newUrl())) {
            String gateway = Gateways.created(server, "whole");
            JsonNode group = get(server, gateway + "/api-groups").at("/groups/0");
            assertEquals("DEFAULT", group.get("name").asText());
            assertEquals(1, group.get("is_default").asInt());
            assertTrue(group.get("sl_domain").asText().startsWith(group.get("id").asText() + "."), group.toString());
            assertEquals("RELEASE", get(server, gateway + "/envs").at("/envs/0/name").asText());
            JsonNode response = get(server, gateway + "/api-groups/" + group.get("id").asText() + "/gateway-responses")
                .at("/responses/0");
            assertEquals("default", response.get("name").asText());
            assertTrue(response.get("default").asBoolean());
        }
    }

    @Test
    void whatBelongsToAGroupOrAnEnvironmentGoesWithIt() {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            String group = made(server, "/api-groups", "{\"name\": \"group\"}");
            String environment = made(server, "/envs", "{\"name\": \"DEV\"}");
            String release = made(server, "/env-variables", variable(group, "DEFAULT_ENVIRONMENT_RELEASE_ID", "port"));
            String dev = made(server, "/env-variables", variable(group, environment, "port"));
            assertEquals(204, send(server, "DELETE", "/envs/" + environment, null).status());
            assertRefused(404, "APIG.3011", send(server, "GET", "/env-variables/" + dev, null));
            assertRefused(404, "APIG.3003", send(server, "POST", "/env-variables", variable(group, environment, "port")));
            assertEquals(200, send(server, "GET", "/env-variables/" + release, null).status());
            assertEquals(204, send(server, "DELETE", "/api-groups/" + group, null).status());
            assertRefused(404, "APIG.3011", send(server, "GET", "/env-variables/" + release, null));
            assertRefused(404, "APIG.3001", send(server, "GET", "/api-groups/" + group + "/gateway-responses", null));
            made(server, "/api-groups", "{\"name\": \"group\"}");
            made(server, "/envs", "{\"name\": \"DEV\"}");
        }
    }

    @Test
    void oneNameIsGivenOnce() throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            once(server, "/api-groups", "{\"name\": \"wanted\"}", "APIG.3201");
            once(server, "/envs", "{\"name\": \"wanted\"}", "APIG.3205");
            once(server, "/env-variables", variable("group", "DEFAULT_ENVIRONMENT_RELEASE_ID", "wanted"), "APIG.3303");
            once(server, "/api-groups/group/gateway-responses", "{\"name\": \"wanted\"}", "APIG.3216");
        }
    }

    @Test
    void nobodyGetsAroundAQuota() throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            AtomicInteger number = new AtomicInteger();
            for (String path : new String[] {"/api-groups", "/envs"}) {
                assertEquals(Map.of(201, 3L, 403, 5L), statuses(server, path, () -> "{\"name\": \"one_of_%d\"}"
                    .formatted(number.incrementAndGet())), path);
            }
            assertEquals(Map.of(201, 3L, 403, 5L), statuses(server, "/env-variables", () ->
                variable("group", "DEFAULT_ENVIRONMENT_RELEASE_ID", "one_of_" + number.incrementAndGet())));
            assertEquals(Map.of(201, 4L, 403, 4L), statuses(server, "/api-groups/group/gateway-responses", () ->
                "{\"name\": \"one_of_%d\"}".formatted(number.incrementAndGet())));
        }
    }

    private static Map<Integer, Long> statuses(TestServer server, String path, java.util.function.Supplier<String> body)
            throws Exception {
        return Gateways.atOnce(8, () -> send(server, "POST", path, body.get())).stream()
            .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }

    private static void once(TestServer server, String path, String body, String taken) throws Exception {
        assertEquals(Map.of("201", 1L, "400 " + taken, 7L), Gateways.atOnce(8, () -> send(server, "POST", path, body))
            .stream().collect(Collectors.groupingBy(answer -> answer.status() == 201 ? "201"
                : answer.status() + " " + answer.json().get("error_code").asText(), Collectors.counting())), path);
    }

    private static String variable(String group, String environment, String name) {
        return """
            {"group_id": "%s", "env_id": "%s", "variable_name": "%s", "variable_value": "8080"}"""
            .formatted(group, environment, name);
    }

    private static String made(TestServer server, String path, String body) {
        Answer answer = send(server, "POST", path, body);
        assertEquals(201, answer.status(), answer.text());
        return answer.json().get("id").asText();
    }

    private static JsonNode get(TestServer server, String path) {
        return server.send("GET", Gateways.PATH + "/" + path, null, "X-Auth-Token", "any").json();
    }

    private static Answer send(TestServer server, String method, String path, String body) {
        return server.send(method, Gateways.PATH + "/g1" + path, body, "X-Auth-Token", "any");
    }

    private static void assertRefused(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals(code, answer.json().get("error_code").asText());
    }
}
