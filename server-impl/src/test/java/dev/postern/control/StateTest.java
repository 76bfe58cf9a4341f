package dev.postern.control;

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

import java.util.LinkedHashMap;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The whole state: going in and out the same, and refused whole with the place and the reason. */
@ParameterizedClass
@EnumSource
class StateTest {

    private static final String RICH = """
        tokens: [{token: mine, project_id: p1}]
        gateways:
          - id: g1
            project_id: p1
            instance_name: one
            create_time: 1585302825070
            tags: [{key: k, value: v}]
            cbc_operation_locks: [{lock_scene: TO_PERIOD_LOCK, lock_source_id: x}]
            available_zone_ids: [a, b]
            transition: {kind: CREATE, started_at: "2026-01-01T00:00:00.123456789Z", ends_at: "2200-01-01T00:00:00Z"}
            environments: [{id: DEFAULT_ENVIRONMENT_RELEASE_ID, name: RELEASE}]
            api_groups: [{id: grp, name: grp, sl_domain_access_enabled: false, domains: [{id: d1, url_domain: a.example.com, status: 4, is_http_redirect_to_https: true}]}]
            apis: [{id: a1, group_id: grp, name: api, req_uri: /x, publications: [{publish_id: pub1, env_id: DEFAULT_ENVIRONMENT_RELEASE_ID, online: false}]}]
            throttles: [{id: t1, name: thr, time_interval: 1, time_unit: DAY, api_call_limits: 5, create_time: "2020-07-31T08:44:02.205366118Z", bindings: [{id: tb1, publish_id: pub1}]}]
            apps: [{id: app1, name: app, app_key: k1, app_codes: [{id: ac1, app_code: code}]}]
            plugins: [{id: pl1, name: plug, bindings: [{id: at1, publish_id: pub1}]}]
            acls: [{id: acl1, name: acl, bindings: [{id: b1, publish_id: pub1}]}]
            statistics: [{group_id: grp, current_minute: 1595576640, req_count: 7, avg_latency: 4.14}]
          - {id: g2, project_id: p2, instance_name: one, environments: [{id: DEFAULT_ENVIRONMENT_RELEASE_ID, name: RELEASE}]}
        subscriptions: [{resource_id: r1, project_id: p1, resource_spec_code: secmaster.basic, resource_size: 3, billing_mode: POSTPAID, tags: [{key: k}]}]
        """;

    @Parameter
    Database database;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(database.newUrl());
        assertEquals(204, yaml(RICH).status());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void comesOutAsItWentIn() {
        JsonNode first = Gateways.order(server, "GET", "state", null);
        assertEquals("2026-01-01T00:00:00.123456789Z", first.at("/gateways/1/transition/started_at").asText());
        assertEquals("2020-07-31T08:44:02.205366118Z", first.at("/gateways/1/throttles/0/create_time").asText());
        assertEquals(false, first.at("/gateways/1/apis/0/publications/0/online").asBoolean(true));
        Gateways.order(server, "PUT", "state", first.toString());
        assertEquals(first, Gateways.order(server, "GET", "state", null));
    }

    @Test
    void isEmptyAfterAReset() {
        Gateways.order(server, "PUT", "faults", "{\"faults\": [{\"operation\": \"*\", \"error_code\": \"APIC.9000\"}]}");
        Gateways.order(server, "POST", "reset", null);
        JsonNode state = Gateways.order(server, "GET", "state", null);
        assertTrue(state.path("gateways").isMissingNode() && state.path("subscriptions").isMissingNode(), state.toString());
        assertEquals(0, Gateways.order(server, "GET", "faults", null).get("faults").size());
    }

    @Test
    void namesThePlaceAndTheReasonAndChangesNothing() {
        Map<String, String> mistakes = new LinkedHashMap<>();
        mistakes.put("group_id: grp, name: api", "group_id: none, name: api|gateways[0].apis[0].group_id: there is no API group none");
        mistakes.put("env_id: DEFAULT", "env_id: X_DEFAULT|gateways[0].apis[0].publications[0].env_id: there is no environment X_");
        mistakes.put("{id: tb1, publish_id: pub1}", "{id: tb1, publish_id: none}|gateways[0].throttles[0].bindings[0].publish_id: there is no publication none");
        mistakes.put("{id: at1, publish_id: pub1}", "{id: at1, publish_id: none}|gateways[0].plugins[0].bindings[0].publish_id: there is no publication none");
        mistakes.put("{id: b1, publish_id: pub1}", "{id: b1, publish_id: none}|gateways[0].acls[0].bindings[0].publish_id: there is no publication none");
        mistakes.put("{group_id: grp, current", "{group_id: none, current|gateways[0].statistics[0].group_id: there is no API group none");
        mistakes.put("current_minute: 1595576640", "current_minute: 1595576641|gateways[0].statistics[0].current_minute: ");
        mistakes.put("{id: g2, project_id: p2", "{id: g1, project_id: p2|gateways[1].id: there is another gateway g1");
        mistakes.put("project_id: p2, instance_name: one", "project_id: p1, instance_name: one|gateways[1].instance_name: there is another");
        mistakes.put("resource_size: 3", "resource_size: 3, used: 4|subscriptions[0].used: ");
        mistakes.put("resource_size: 3,", "resource_size: none,|subscriptions[0].resource_size: ");
        mistakes.put("kind: CREATE", "kind: RESIZE|gateways[0].transition.spec: ");
        mistakes.put("time_unit: DAY", "time_unit: YEAR|gateways[0].throttles[0].time_unit: ");
        mistakes.put("req_uri: /x", "request_uri: /x|gateways[0].apis[0].request_uri: there is no such field");
        mistakes.put("2200-01-01", "2999-01-01|2999-01-01T00:00:00Z cannot be kept");
        mistakes.put("name: thr,", "name: thr, id: t2,|gateways[0].throttles[0]");
        JsonNode before = Gateways.order(server, "GET", "state", null);
        mistakes.forEach((good, bad) -> {
            String[] mistake = bad.split("\\|");
            assertTrue(RICH.contains(good), good);
            Answer answer = yaml(RICH.replace(good, mistake[0]));
            assertEquals(400, answer.status(), bad);
            String message = answer.json().get("error_msg").asText();
            if (!mistake[0].contains("id: t2")) {
                assertTrue(message.startsWith(mistake[1]), message);
            }
            assertEquals(before, Gateways.order(server, "GET", "state", null), bad);
        });
    }

    @Test
    void faultsAreUsedUpExactly() throws Exception {
        Gateways.order(server, "PUT", "faults",
            "{\"faults\": [{\"operation\": \"listInstancesV2\", \"error_code\": \"APIC.9000\", \"times\": 7}]}");
        long failed = Gateways.atOnce(40, () -> Gateways.list(server, "").status()).stream().filter(s -> s == 500).count();
        assertEquals(7, failed);
        assertEquals(0, Gateways.order(server, "GET", "faults", null).get("faults").size());
        Answer unknown = Gateways.control(server, "PUT", "faults",
            "{\"faults\": [{\"operation\": \"nope\", \"error_code\": \"APIC.9000\"}]}");
        assertEquals("faults[0].operation: there is no operation nope", unknown.json().get("error_msg").asText());
    }

    private Answer yaml(String state) {
        return server.send("PUT", "/_postern/state", state, "Content-Type", "application/yaml",
            "X-Postern-Admin-Token", TestServer.ADMIN_TOKEN);
    }
}
