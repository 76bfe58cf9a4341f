package dev.postern.apig.throttle;

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

/** Request throttling policies and signature keys, with others wanting the same, and over their lives. */
@ParameterizedClass
@EnumSource
class ThrottleTest {

    private static final String AT = "/v2/p1/apigw/instances/g1/";
    private static final String STATE = """
        gateways:
          - id: g1
            project_id: p1
            instance_name: one
            quotas: [{name: THROTTLE_NUM_LIMIT, most: 3}, {name: SIGN_NUM_LIMIT, most: 3}, {name: APP_THROTTLE_LIMIT, most: 2}]
            environments: [{id: r, name: RELEASE}]
            api_groups: [{id: grp, name: Shop}]
            apis: [{id: a1, group_id: grp, name: Order, req_uri: /1, publications: [{publish_id: p1, env_id: r}]}]
            apps: [{id: k1, name: k1, app_key: k1}, {id: k2, name: k2, app_key: k2}, {id: k3, name: k3, app_key: k3}]
            throttles: [{id: t1, name: thr, time_interval: 1, time_unit: DAY, api_call_limits: 5}]
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
        assertEquals(Map.of("201", 1, "APIG.3204", 2), together(3, i -> throttle("same")));
        assertEquals(Map.of("201", 1, "APIG.3207", 2), together(3, i -> sign("same")));
        assertEquals(Map.of("201", 1, "APIG.3308", 2), together(3, i -> special("k1")));
    }

    @Test
    void noMoreThanTheQuota() throws Exception {
        assertEquals(Map.of("201", 2, "APIG.3107", 6), together(8, i -> throttle("thr" + i)));
        assertEquals(Map.of("201", 3, "APIG.3105", 5), together(8, i -> sign("sign" + i)));
        assertEquals(Map.of("201", 2, "APIG.3100", 1), together(3, i -> special("k" + (i + 1))));
    }

    @Test
    void aBoundPolicyStaysUntilItIsUnbound() {
        Answer bound = send("POST", AT + "throttle-bindings", "{\"strategy_id\": \"t1\", \"publish_ids\": [\"p1\", \"p1\"]}");
        assertEquals(1, bound.json().get("throttle_applys").size(), bound.text());
        assertEquals("APIG.3451", outcome(send("DELETE", AT + "throttles/t1", null)));
        String binding = bound.json().at("/throttle_applys/0/id").asText();
        assertEquals("APIG.3018", outcome(send("DELETE", AT + "sign-bindings/" + binding, null)));
        assertEquals("204", outcome(send("DELETE", AT + "throttle-bindings/" + binding, null)));
        assertEquals("204", outcome(send("DELETE", AT + "throttles/t1", null)));
    }

    @Test
    void aBoundKeyTakesItsBindingsAlong() {
        String key = sign("first").json().get("id").asText();
        String body = "{\"sign_id\": \"%s\", \"publish_ids\": [\"p1\"]}".formatted(key);
        String binding = send("POST", AT + "sign-bindings", body).json().at("/bindings/0/id").asText();
        assertEquals("204", outcome(send("DELETE", AT + "signs/" + key, null)));
        assertEquals("APIG.3018", outcome(send("DELETE", AT + "sign-bindings/" + binding, null)));
        assertEquals("APIG.3017", outcome(send("POST", AT + "sign-bindings", body)));
    }

    @Test
    void limitsMayBeOverThatOfAChangedPolicy() {
        assertEquals("201", outcome(special("k1")));
        Answer changed = send("PUT", AT + "throttles/t1",
            "{\"name\": \"thr\", \"time_unit\": \"DAY\", \"time_interval\": 1, \"api_call_limits\": 4}");
        assertEquals(1, changed.json().get("is_inclu_special_throttle").asInt(), changed.text());
        assertEquals("APIG.2003", outcome(special("k2")));
        Answer listed = send("GET", AT + "throttles/t1/throttle-specials", null);
        assertEquals(5, listed.json().at("/throttle_specials/0/call_limits").asInt(), listed.text());
    }

    private Answer send(String method, String path, String body) {
        return server.send(method, path, body, "X-Auth-Token", "any");
    }

    private Answer throttle(String name) {
        return send("POST", AT + "throttles",
            "{\"name\": \"%s\", \"time_unit\": \"DAY\", \"time_interval\": 1, \"api_call_limits\": 1}".formatted(name));
    }

    private Answer sign(String name) {
        return send("POST", AT + "signs", "{\"name\": \"%s\"}".formatted(name));
    }

    private Answer special(String app) {
        return send("POST", AT + "throttles/t1/throttle-specials",
            "{\"object_type\": \"APP\", \"object_id\": \"%s\", \"call_limits\": 5}".formatted(app));
    }

    /** How often each outcome came of several requests at once, which have a number each. */
    private static Map<String, Integer> together(int threads, IntFunction<Answer> request)
            throws Exception {
        AtomicInteger number = new AtomicInteger();
        return Gateways.atOnce(threads, () -> request.apply(number.getAndIncrement())).stream()
            .collect(Collectors.toMap(ThrottleTest::outcome, answer -> 1, Integer::sum));
    }

    /** The status, or the code of the refusal. */
    private static String outcome(Answer answer) {
        return answer.status() < 300 ? String.valueOf(answer.status()) : answer.json().get("error_code").asText();
    }
}
