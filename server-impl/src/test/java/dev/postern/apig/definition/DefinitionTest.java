package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The definitions of APIs across operations, and when several ask at once. */
class DefinitionTest {

    private static final String STATE = """
        {"gateways": [{"id": "g1", "project_id": "73d69ae0cfcf460190522d06b60f05ad", "instance_name": "one", "quotas": [],
          "environments": [{"id": "DEFAULT_ENVIRONMENT_RELEASE_ID", "name": "RELEASE"}],
          "api_groups": [{"id": "c1", "name": "group"}]}]}""";
    private static final String API = """
        {"name": "NAME", "type": 1, "req_protocol": "HTTPS", "req_method": "GET", "req_uri": "PATH", "auth_type": "NONE",
         "backend_type": "MOCK", "mock_info": {"result_content": "one"}, "group_id": "c1", "tags": ["t"]}""";

    @ParameterizedTest
    @EnumSource
    void anApiHasItsNameAndItsRouteAlone(Database database) throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            AtomicInteger number = new AtomicInteger();
            assertEquals(Map.of(201, 1L, 400, 7L), statuses(server, () -> api("same", "/" + number.incrementAndGet())));
            assertEquals(Map.of(201, 1L, 400, 7L), statuses(server, () -> api("other" + number.incrementAndGet(), "/same/{x}")
                .replace("\"tags\"", "\"req_params\": [{\"name\": \"x\", \"type\": \"STRING\", \"location\": \"PATH\"}], \"tags\"")));
            assertEquals(2, Gateways.order(server, "GET", "state", null).at("/gateways/0/apis").size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noneGetsAroundTheQuota(Database database) throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state",
                STATE.replace("\"quotas\": []", "\"quotas\": [{\"name\": \"API_NUM_LIMIT\", \"most\": 3}]"));
            AtomicInteger number = new AtomicInteger();
            assertEquals(Map.of(201, 3L, 403, 5L), statuses(server, () -> {
                int i = number.incrementAndGet();
                return api("api" + i, "/" + i);
            }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPublishedStaysUntilItIsPublishedAgain(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            String id = text(send(server, "POST", "/apis", api("first", "/first"), 201), "id");
            String first = text(publish(server, id, "online"), "version_id");
            send(server, "PUT", "/apis/" + id, api("second", "/second"), 200);
            assertEquals("first", text(send(server, "GET", "/apis/runtime/" + id, null, 200), "name"));
            String second = text(publish(server, id, "online"), "version_id");
            assertEquals("second", text(send(server, "GET", "/apis/runtime/" + id, null, 200), "name"));
            send(server, "PUT", "/apis/publish/" + id, "{\"version_id\": \"" + first + "\"}", 200);
            assertEquals("first", text(send(server, "GET", "/apis/runtime/" + id, null, 200), "name"));
            assertEquals("second", text(send(server, "GET", "/apis/" + id, null, 200), "name"));
            send(server, "DELETE", "/apis/" + id, null, 409);
            send(server, "DELETE", "/apis/versions/" + second, null, 404);
            send(server, "DELETE", "/apis/versions/" + first, null, 204);
            send(server, "GET", "/apis/runtime/" + id, null, 404);
            assertEquals(2, send(server, "GET", "/apis/publish/" + id, null, 200).json().get("total").asInt());
            send(server, "DELETE", "/apis/" + id, null, 204);
            assertEquals(0, send(server, "GET", "/tags", null, 200).json().get("total").asInt());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noMoreThanTenVersionsAreKept(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            String id = text(send(server, "POST", "/apis", api("first", "/first"), 201), "id");
            String first = text(publish(server, id, "online"), "version_id");
            String record = text(publish(server, id, "online"), "publish_id");
            for (int i = 0; i < 9; i++) {
                assertEquals(record, text(publish(server, id, "online"), "publish_id"));
            }
            assertEquals(10, send(server, "GET", "/apis/publish/" + id, null, 200).json().get("total").asInt());
            send(server, "GET", "/apis/versions/" + first, null, 404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedGatewayResponseLeavesTheDefaultOne(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            String group = text(send(server, "POST", "/api-groups", "{\"name\": \"responding\"}", 201), "id");
            String responses = "/api-groups/" + group + "/gateway-responses";
            String standard = send(server, "GET", responses, null, 200).json().at("/responses/0/id").asText();
            String own = text(send(server, "POST", responses, "{\"name\": \"own\"}", 201), "id");
            String api = api("first", "/first").replace("c1", group);
            String naming = api.replace("\"tags\"", "\"response_id\": \"" + own + "\", \"tags\"");
            assertEquals("APIG.3007", text(send(server, "POST", "/apis", naming.replace(group, "c1"), 404), "error_code"));
            Answer created = send(server, "POST", "/apis", api, 201);
            assertEquals(standard, text(created, "response_id"));
            String id = text(created, "id");
            assertEquals(own, text(send(server, "PUT", "/apis/" + id, naming, 200), "response_id"));
            String version = text(publish(server, id, "online"), "version_id");
            for (String expected : new String[] {own, standard}) {
                assertEquals(expected, text(send(server, "GET", "/apis/" + id, null, 200), "response_id"));
                assertEquals(expected, send(server, "GET", "/apis", null, 200).json().at("/apis/0/response_id").asText());
                assertEquals(expected, text(send(server, "GET", "/apis/runtime/" + id, null, 200), "response_id"));
                assertEquals(expected, text(send(server, "GET", "/apis/versions/" + version, null, 200), "response_id"));
                send(server, "DELETE", responses + "/" + own, null, expected.equals(own) ? 204 : 404);
            }
            send(server, "PUT", "/apis/" + id, naming, 404);
            JsonNode state = Gateways.order(server, "GET", "state", null);
            Gateways.order(server, "PUT", "state", state.toString());
            assertEquals(standard, text(send(server, "GET", "/apis/" + id, null, 200), "response_id"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedVariablePublishesAgainWhatUsesIt(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            String id = text(send(server, "POST", "/apis", web("using", "#host#", "/#path#"), 201), "id");
            String other = text(send(server, "POST", "/apis", web("other", "a.example.com", "/"), 201), "id");
            String offline = text(send(server, "POST", "/apis", web("offline", "#host#", "/"), 201), "id");
            assertEquals("APIG.3011", text(send(server, "POST", "/apis/action", action(id, "online"), 404), "error_code"));
            String host = text(send(server, "POST", "/env-variables", variable("host", "one.example.com"), 201), "id");
            String path = text(send(server, "POST", "/env-variables", variable("path", "/users"), 201), "id");
            String first = text(publish(server, id, "online"), "version_id");
            publish(server, other, "online");
            publish(server, offline, "online");
            publish(server, offline, "offline");
            assertEquals("one.example.com/users", effective(server, id));
            send(server, "PUT", "/apis/" + id, web("edited", "b.example.com", "/"), 200);

            send(server, "PUT", "/env-variables/" + host, "{\"variable_value\": \"two.example.com\"}", 200);
            assertEquals("two.example.com/users", effective(server, id));
            assertEquals("one.example.com", send(server, "GET", "/apis/versions/" + first, null, 200).json()
                .at("/backend_api/url_domain").asText());
            send(server, "PUT", "/env-variables/" + host, "{\"variable_value\": \"two.example.com\"}", 200);
            assertEquals(2, versions(server, id));
            assertEquals(1, versions(server, other));
            assertEquals(1, versions(server, offline));
            assertEquals("edited", text(send(server, "GET", "/apis/" + id, null, 200), "name"));

            send(server, "DELETE", "/env-variables/" + path, null, 204);
            assertEquals("two.example.com/users", effective(server, id));
            send(server, "PUT", "/env-variables/" + host, "{\"variable_value\": \"three.example.com\"}", 200);
            assertEquals("three.example.com/users", effective(server, id));
            JsonNode state = Gateways.order(server, "GET", "state", null);
            Gateways.order(server, "PUT", "state", state.toString());
            assertEquals("three.example.com/users", effective(server, id));
            send(server, "PUT", "/apis/publish/" + id, "{\"version_id\": \"" + first + "\"}", 200);
            assertEquals("one.example.com/users", effective(server, id));
        }
    }

    @Test
    void aDebuggingCallReachesTheBackend() throws Exception {
        HttpServer backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext("/", exchange -> {
            byte[] answer = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("X-Who")).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(418, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        backend.start();
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            String id = text(send(server, "POST", "/apis", """
                {"name": "web", "type": 1, "req_protocol": "HTTPS", "req_method": "ANY", "req_uri": "/users/{who}",
                 "match_mode": "SWA", "auth_type": "NONE", "backend_type": "HTTP", "group_id": "c1",
                 "req_params": [{"name": "who", "type": "STRING", "location": "PATH"}],
                 "backend_params": [{"name": "X-Who", "origin": "REQUEST", "value": "who", "location": "HEADER"}],
                 "backend_api": {"req_protocol": "HTTP", "req_method": "POST", "req_uri": "/back", "timeout": 5000,
                   "url_domain": "127.0.0.1:PORT"}}""".replace("PORT", "" + backend.getAddress().getPort()), 201), "id");
            String call = """
                {"mode": "DEVELOPER", "scheme": "HTTPS", "method": "GET", "path": "/users/me/a%20b",
                 "query": {"q": ["1 2"]}, "header": {"accept": ["*/*"]}}""";
            String answer = text(send(server, "POST", "/apis/debug/" + id, call, 200), "response");
            assertTrue(answer.startsWith("HTTP/1.1 418 "), answer);
            assertTrue(answer.endsWith("\n\nPOST /back/a%20b?q=1%202 me"), answer);
            backend.stop(0);
            answer = text(send(server, "POST", "/apis/debug/" + id, call, 200), "response");
            assertTrue(answer.startsWith("HTTP/1.1 502 Bad Gateway\n"), answer);
            assertTrue(answer.contains("APIG.0202"), answer);
        } finally {
            backend.stop(0);
        }
    }

    private static String api(String name, String path) {
        return API.replace("NAME", name).replace("PATH", path);
    }

    private static String web(String name, String host, String path) {
        return """
            {"name": "%s", "type": 1, "req_protocol": "HTTPS", "req_method": "GET", "req_uri": "/%s", "auth_type": "NONE",
             "backend_type": "HTTP", "group_id": "c1", "backend_api": {"req_protocol": "HTTP", "req_method": "GET",
               "req_uri": "%s", "timeout": 1, "url_domain": "%s"}}""".formatted(name, name, path, host);
    }

    private static String variable(String name, String value) {
        return """
            {"group_id": "c1", "env_id": "DEFAULT_ENVIRONMENT_RELEASE_ID", "variable_name": "%s",
             "variable_value": "%s"}""".formatted(name, value);
    }

    /** The address of the backend by the version that takes effect; the runtime definition has no backend. */
    private static String effective(TestServer server, String id) {
        for (JsonNode version : send(server, "GET", "/apis/publish/" + id, null, 200).json().get("api_versions")) {
            if (version.get("status").asInt() == 1) {
                JsonNode shown = send(server, "GET", "/apis/versions/" + version.get("version_id").asText(), null, 200).json();
                return shown.at("/backend_api/url_domain").asText() + shown.at("/backend_api/req_uri").asText();
            }
        }
        throw new AssertionError("none takes effect");
    }

    private static int versions(TestServer server, String id) {
        return send(server, "GET", "/apis/publish/" + id, null, 200).json().get("total").asInt();
    }

    private static Map<Integer, Long> statuses(TestServer server, java.util.function.Supplier<String> body) throws Exception {
        return Gateways.atOnce(8, () -> send(server, "POST", "/apis", body.get())).stream()
            .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }

    private static Answer publish(TestServer server, String id, String action) {
        return send(server, "POST", "/apis/action", action(id, action), 201);
    }

    private static String action(String id, String action) {
        return """
            {"action": "%s", "api_id": "%s", "env_id": "DEFAULT_ENVIRONMENT_RELEASE_ID"}""".formatted(action, id);
    }

    private static String text(Answer answer, String field) {
        return answer.json().get(field).asText();
    }

    private static Answer send(TestServer server, String method, String path, String body, int status) {
        Answer answer = send(server, method, path, body);
        assertEquals(status, answer.status(), answer.text());
        return answer;
    }

    private static Answer send(TestServer server, String method, String path, String body) {
        return server.send(method, Gateways.PATH + "/g1" + path, body, "X-Auth-Token", "any");
    }
}
