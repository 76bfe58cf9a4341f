package dev.postern.apig.acl;

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

/** Access control policies, with others wanting the same, and over their lives. */
@ParameterizedClass
@EnumSource
class AclTest {

    private static final String AT = "/v2/p1/apigw/instances/g1/";
    private static final String STATE = """
        gateways:
          - id: g1
            project_id: p1
            instance_name: one
            quotas: [{name: ACL_NUM_LIMIT, most: 5}]
            environments: [{id: r, name: RELEASE}]
            api_groups: [{id: grp, name: Shop}]
            apis: [{id: a1, group_id: grp, name: Order, req_uri: /1, publications: [{publish_id: p1, env_id: r}]}]
            acls:
              - {id: c1, name: ips}
              - {id: c2, name: more_ips}
              - {id: c3, name: accounts, entity_type: DOMAIN, acl_value: first}
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
        assertEquals(Map.of("201", 1, "APIG.3206", 2), together(3, i -> create("same")));
    }

    @Test
    void noMoreThanTheQuota() throws Exception {
        assertEquals(Map.of("201", 2, "APIG.3112", 6), together(8, i -> create("acl" + i)));
    }

    @Test
    void aBoundPolicyStaysUntilItIsUnbound() {
        String binding = bind("c1").json().at("/acl_bindings/0/id").asText();
        assertEquals("201", outcome(bind("c3")), "callers of another kind");
        assertEquals("APIG.3447", outcome(send("DELETE", AT + "acls/c1", null)));
        assertEquals("201", outcome(bind("c2")), "in place of c1");
        assertEquals("APIG.3010", outcome(send("DELETE", AT + "acl-bindings/" + binding, null)));
        Answer deleted = send("PUT", AT + "acls?action=delete", "{\"acls\": [\"c3\", \"c1\", \"c2\", \"c1\", \"none\"]}");
        assertEquals(1, deleted.json().get("success_count").asInt(), deleted.text());
        assertEquals("accounts more_ips ", deleted.json().at("/failure/0/acl_name").asText() + " "
            + deleted.json().at("/failure/1/acl_name").asText() + " "
            + deleted.json().at("/failure/2/acl_name").asText(), deleted.text());
        assertEquals("APIG.3006", outcome(send("GET", AT + "acls/c1", null)), "what could be done was done");
        assertEquals("200", outcome(send("GET", AT + "acls/c2", null)));
    }

    private Answer create(String name) {
        return send("POST", AT + "acls",
            "{\"acl_name\": \"%s\", \"acl_type\": \"DENY\", \"entity_type\": \"IP\", \"acl_value\": \"10.0.0.1\"}".formatted(name));
    }

    private Answer bind(String acl) {
        return send("POST", AT + "acl-bindings", "{\"acl_id\": \"%s\", \"publish_ids\": [\"p1\", \"p1\"]}".formatted(acl));
    }

    private Answer send(String method, String path, String body) {
        return server.send(method, path, body, "X-Auth-Token", "any");
    }

    /** How often each outcome came of several requests at once, which have a number each. */
    private static Map<String, Integer> together(int threads, IntFunction<Answer> request) throws Exception {
        AtomicInteger number = new AtomicInteger();
        return Gateways.atOnce(threads, () -> request.apply(number.getAndIncrement())).stream()
            .collect(Collectors.toMap(AclTest::outcome, answer -> 1, Integer::sum));
    }

    /** The status, or the code of the refusal. */
    private static String outcome(Answer answer) {
        return answer.status() < 300 ? String.valueOf(answer.status()) : answer.json().get("error_code").asText();
    }
}
