package dev.postern.apig.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Changes of gateways: what was set is read back, also where several change at once. */
@ParameterizedClass
@EnumSource
class GatewayChangeTest {

    private static final String STATE = """
        gateways:
          - {id: g1, project_id: 73d69ae0cfcf460190522d06b60f05ad, instance_name: one}
          - {id: g2, project_id: 73d69ae0cfcf460190522d06b60f05ad, instance_name: two}
        """;

    @Parameter
    Database database;

    /** What an infrastructure-as-code tool sends and reads; a second plan of it may find nothing to change. */
    @Test
    void aPlanFindsWhatItSet() {
        try (TestServer server = TestServer.start(database.newUrl())) {
            String id = call(server, "POST", "", """
                {"instance_name": "planned", "spec_id": "BASIC", "vpc_id": "v", "subnet_id": "s", "security_group_id": "g",
                 "available_zone_ids": ["az2", "az1"], "enterprise_project_id": "e", "bandwidth_size": 0,
                 "loadbalancer_provider": "elb", "ipv6_enable": true, "maintain_begin": "06:00:00",
                 "maintain_end": "10:00:00", "vpcep_service_name": "mine", "ingress_bandwidth_size": 8,
                 "ingress_bandwidth_charging_mode": "traffic", "tags": [{"key": "a", "value": "1"}]}""")
                .get("instance_id").asText();
            JsonNode made = Gateways.show(server, id).json();
            assertEquals("[az2, az1]", made.get("available_zone_ids").asText());
            assertEquals("e", made.get("enterprise_project_id").asText());
            assertEquals("elb", made.get("loadbalancer_provider").asText());
            assertEquals("06:00:00", made.get("maintain_begin").asText());
            assertTrue(made.path("bandwidth_size").isMissingNode(), "no access was asked for");
            assertTrue(made.get("eip_ipv6_address").isTextual(), "IPv6 was");
            assertEquals(8, made.at("/publicips/0/bandwidth_size").asInt());
            assertEquals("traffic", made.get("ingress_bandwidth_charging_mode").asText());
            assertTrue(made.get("eip_address").isNull());
            assertTrue(made.at("/endpoint_services/0/service_name").asText().matches("[\\w-]+\\.mine\\.[a-f0-9-]+"));
            assertEquals("[{\"key\":\"a\",\"value\":\"1\"}]", tags(server, id));

            call(server, "PUT", "/" + id, """
                {"instance_name": "planned-2", "description": "", "security_group_id": "g2", "vpcep_service_name": "mine",
                 "maintain_begin": "06:00:00", "maintain_end": "10:00:00"}""");
            call(server, "POST", "/" + id + "/nat-eip", "{\"bandwidth_size\": 5}");
            assertEquals(5, Gateways.show(server, id).json().get("bandwidth_size").asInt());
            call(server, "PUT", "/" + id + "/nat-eip", "{\"bandwidth_size\": 6}");
            assertEquals(6, Gateways.show(server, id).json().get("bandwidth_size").asInt());
            call(server, "DELETE", "/" + id + "/nat-eip", null);
            call(server, "DELETE", "/" + id + "/ingress-eip", null);
            call(server, "PUT", "/" + id + "/eip", "{\"eip_id\": \"e1\"}");
            call(server, "POST", "/" + id + "/instance-tags/action",
                "{\"action\": \"delete\", \"tags\": [{\"key\": \"a\", \"value\": \"1\"}]}");
            JsonNode changed = Gateways.show(server, id).json();
            assertEquals("planned-2", changed.get("instance_name").asText());
            assertEquals("", changed.get("description").asText());
            assertEquals(made.at("/endpoint_services"), changed.at("/endpoint_services"));
            assertTrue(changed.path("bandwidth_size").isMissingNode());
            assertTrue(changed.path("publicips").isMissingNode());
            assertTrue(changed.path("ingress_bandwidth_charging_mode").isMissingNode());
            assertTrue(changed.get("eip_address").isTextual());
            assertEquals("[]", tags(server, id));

            assertEquals(204, Gateways.delete(server, id).status());
            assertEquals(404, Gateways.show(server, id).status());
        }
    }

    @Test
    void anEndpointServiceIsRenamedHoweverLittleTheStateSaysOfIt() {
        try (TestServer server = TestServer.start(database.newUrl())) {
            server.put(STATE.replace("instance_name: two", "instance_name: two, endpoint_services: [{service_name: s.id}]"));
            for (String id : List.of("g1", "g2")) {
                call(server, "PUT", "/" + id, "{\"vpcep_service_name\": \"mine\"}");
                assertTrue(Gateways.show(server, id).json().at("/endpoint_services/0/service_name").asText()
                    .contains(".mine."), id);
            }
        }
    }

    @Test
    void oneNameIsTakenOnce() throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            server.put(STATE);
            AtomicInteger turn = new AtomicInteger();
            Map<Integer, Long> statuses = statuses(16, () -> send(server, "PUT", "/g" + (turn.getAndIncrement() % 2 + 1),
                "{\"instance_name\": \"wanted\"}"));
            assertEquals(Map.of(200, 8L, 400, 8L), statuses, "one gateway has it, and may take it again");
        }
    }

    @Test
    void tagsOfSeveralAreAllKeptAndNeverMoreThanTwenty() throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            server.put(STATE);
            AtomicInteger number = new AtomicInteger();
            Map<Integer, Long> statuses = statuses(30, () -> send(server, "POST", "/g1/instance-tags/action",
                "{\"action\": \"create\", \"tags\": [{\"key\": \"k%d\"}]}".formatted(number.incrementAndGet())));
            assertEquals(Map.of(204, 20L, 403, 10L), statuses);
            assertEquals(20, send(server, "GET", "/g1/instance-tags", null).json().get("tags").size());
        }
    }

    @Test
    void aFeatureIsSetOnceAMinute() throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            server.put("clock: {frozen_at: \"2026-01-01T00:00:00Z\"}\n" + STATE);
            String feature = "{\"name\": \"app_basic\", \"enable\": true, \"config\": \"on\"}";
            assertEquals(Map.of(201, 1L, 409, 15L), statuses(16, () -> send(server, "POST", "/g1/features", feature)));
            assertEquals(201, send(server, "POST", "/g2/features", feature).status(), "in another gateway");
            Gateways.order(server, "POST", "clock/advance", "{\"seconds\": 59}");
            assertEquals(409, send(server, "POST", "/g1/features", feature).status());
            Gateways.order(server, "POST", "clock/advance", "{\"seconds\": 1}");
            assertEquals(201, send(server, "POST", "/g1/features", feature).status());
        }
    }

    @Test
    void accessIsOpenedOnce() throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            server.put(STATE);
            assertEquals(Map.of(200, 1L, 409, 7L),
                statuses(8, () -> send(server, "POST", "/g1/nat-eip", "{\"bandwidth_size\": \"5\"}")));
            assertEquals(Map.of(202, 1L, 409, 7L), statuses(8, () -> send(server, "POST", "/g1/ingress-eip", "{}")));
        }
    }

    /** Whoever polls the progress sees it move, also where transitions last for a number of reads. */
    @Test
    void theProgressIsARead() {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "transitions", "{\"create\": {\"after_reads\": 4}}");
            String id = Gateways.created(server, "one");
            for (int percent : List.of(30, 50, 80, 90)) {
                JsonNode progress = send(server, "GET", "/" + id + "/progress", null).json();
                assertEquals(percent, progress.get("progress").asInt());
                assertEquals("creating", progress.get("status").asText());
                assertTrue(progress.path("end_time").isMissingNode(), "nobody knows when it will be read");
            }
            assertEquals("success", send(server, "GET", "/" + id + "/progress", null).json().get("status").asText());
        }
    }

    @Test
    void whatDoesNotRunIsReadAndNotChanged() {
        try (TestServer server = TestServer.start(database.newUrl())) {
            server.put(STATE.replace("instance_name: one", "instance_name: one, status: Frozen"));
            for (String path : List.of("", "/progress", "/restriction", "/instance-tags", "/features",
                    "/instance-features", "/project/configs", "/resources/outline/groups", "/resources/outline/apis",
                    "/resources/outline/apps")) {
                assertEquals(200, send(server, "GET", "/g1" + path, null).status(), path);
            }
            assertEquals(409, send(server, "PUT", "/g1", "{\"description\": \"x\"}").status());
            assertEquals(409, send(server, "POST", "/g1/features", "{\"name\": \"route\", \"enable\": true}").status());
            assertEquals(409, send(server, "POST", "/g1/instance-tags/action",
                "{\"action\": \"create\", \"tags\": []}").status());
        }
    }

    private static String tags(TestServer server, String id) {
        return send(server, "GET", "/" + id + "/instance-tags", null).json().get("tags").toString();
    }

    private static Map<Integer, Long> statuses(int times, java.util.concurrent.Callable<Answer> action) throws Exception {
        return Gateways.atOnce(times, action).stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }

    private static JsonNode call(TestServer server, String method, String path, String body) {
        Answer answer = send(server, method, path, body);
        assertTrue(answer.status() < 300, answer.text());
        return answer.text() == null || answer.text().isEmpty() ? null : answer.json();
    }

    private static Answer send(TestServer server, String method, String path, String body) {
        return server.send(method, Gateways.PATH + path, body, "X-Auth-Token", "any");
    }
}
