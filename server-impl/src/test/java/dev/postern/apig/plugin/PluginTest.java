package dev.postern.apig.plugin;

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

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Plug-ins, with others wanting the same, and over their lives. */
@ParameterizedClass
@EnumSource
class PluginTest {

    private static final String AT = "/v2/p1/apigw/instances/g1/";
    private static final String CORS = "{\"allow_origin\": \"*\", \"allow_methods\": \"GET\"}";
    private static final String STATE = """
        gateways:
          - id: g1
            project_id: p1
            instance_name: one
            quotas: [{name: PLUGIN_NUM_LIMIT, most: 5}]
            environments: [{id: r, name: RELEASE}]
            api_groups: [{id: grp, name: Shop}]
            apis: [{id: a1, group_id: grp, name: Order, req_uri: /1, publications: [{publish_id: p1, env_id: r}]}]
            plugins:
              - {id: c1, name: first}
              - {id: c2, name: second}
              - {id: c3, name: third, plugin_type: breaker}
        """;

    @Parameter
    Database database;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(database.newUrl());
        server.put(STATE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void oneOfMayHaveAName() throws Exception {
        assertEquals(Map.of("201", 1, "APIG.3326", 2), together(3, i -> create("same", CORS)));
    }

    @Test
    void noMoreThanTheQuota() throws Exception {
        assertEquals(Map.of("201", 2, "APIG.3100", 6), together(8, i -> create("plugin" + i, CORS)));
    }

    @Test
    void theLongestContent() {
        assertEquals("201", outcome(create("long", CORS + " ".repeat(65535 - CORS.length()))));
        assertEquals("APIG.2011", outcome(create("longer", CORS + " ".repeat(65536 - CORS.length()))));
    }

    @Test
    void anAttachedPluginStaysUntilItIsDetached() {
        assertEquals("201", outcome(attach("c1")));
        assertEquals("201", outcome(attach("c3")), "of another type");
        assertEquals("APIG.3462", outcome(send("DELETE", AT + "plugins/c1", null)));
        assertEquals("201", outcome(attach("c2")), "in place of c1");
        assertEquals("204", outcome(send("DELETE", AT + "plugins/c1", null)));
        Answer attached = send("GET", AT + "apis/a1/attached-plugins", null);
        assertEquals(2, attached.json().get("total").asInt(), attached.text());
        assertEquals("204", outcome(send("PUT", AT + "plugins/c2/detach", "{\"env_id\": \"r\", \"api_ids\": [\"a1\", \"a1\"]}")));
        assertEquals("204", outcome(send("DELETE", AT + "plugins/c2", null)));
    }

    private Answer create(String name, String content) {
        return send("POST", AT + "plugins", ("{\"plugin_name\": \"%s\", \"plugin_type\": \"cors\", "
            + "\"plugin_scope\": \"global\", \"plugin_content\": \"%s\"}").formatted(name, content.replace("\"", "\\\"")));
    }

    private Answer attach(String plugin) {
        return send("POST", AT + "plugins/" + plugin + "/attach", "{\"env_id\": \"r\", \"api_ids\": [\"a1\", \"a1\"]}");
    }

    private Answer send(String method, String path, String body) {
        return server.send(method, path, body, "X-Auth-Token", "any");
    }

    /** How often each outcome came of several requests at once, which have a number each. */
    private static Map<String, Integer> together(int threads, IntFunction<Answer> request) throws Exception {
        AtomicInteger number = new AtomicInteger();
        return Gateways.atOnce(threads, () -> request.apply(number.getAndIncrement())).stream()
            .collect(Collectors.toMap(PluginTest::outcome, answer -> 1, Integer::sum));
    }

    /** The status, or the code of the refusal. */
    private static String outcome(Answer answer) {
        return answer.status() < 300 ? String.valueOf(answer.status()) : answer.json().get("error_code").asText();
    }
}
