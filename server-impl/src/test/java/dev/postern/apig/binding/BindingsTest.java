package dev.postern.apig.binding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.data.Batch;
import dev.postern.data.Page;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import dev.postern.support.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Binding and unbinding, with others wanting the same slot. */
@ParameterizedClass
@EnumSource
class BindingsTest {

    private static final String PROJECT = "73d69ae0cfcf460190522d06b60f05ad";

    private static final String STATE = """
        clock: {frozen_at: "2026-01-01T00:00:00Z"}
        gateways:
          - id: g1
            project_id: 73d69ae0cfcf460190522d06b60f05ad
            instance_name: one
            environments: [{id: r, name: RELEASE}, {id: s, name: STAGE}]
            api_groups: [{id: grp, name: Shop}, {id: grp2, name: Bank}]
            apis:
              - {id: a1, group_id: grp, name: Order_1, req_uri: /1, req_method: GET, publications: [{publish_id: p1, env_id: r}, {publish_id: p1s, env_id: s}]}
              - {id: a2, group_id: grp, name: order_2, req_uri: /2, req_method: POST, publications: [{publish_id: p2, env_id: r}]}
              - {id: a3, group_id: grp2, name: pay, req_uri: /3, req_method: GET, publications: [{publish_id: p3, env_id: r}]}
              - {id: a4, group_id: grp2, name: gone, req_uri: /4, publications: [{publish_id: p4, env_id: r, online: false}]}
            throttles:
              - {id: t1, name: slow, time_interval: 1, time_unit: DAY, api_call_limits: 5}
              - {id: t2, name: slower, time_interval: 1, time_unit: DAY, api_call_limits: 4}
            acls:
              - {id: c1, name: ips, entity_type: IP}
              - {id: c2, name: more_ips, entity_type: IP}
              - {id: c3, name: accounts, entity_type: DOMAIN}
            apps: [{id: k1, name: phone, app_key: k1}, {id: k2, name: desk, app_key: k2}]
            plugins: [{id: l1, name: cors_1, plugin_type: cors}, {id: l2, name: cors_2, plugin_type: cors}, {id: l3, name: limit, plugin_type: rate_limit}]
          - id: g2
            project_id: 73d69ae0cfcf460190522d06b60f05ad
            instance_name: two
            environments: [{id: r, name: RELEASE}]
            api_groups: [{id: far, name: far}]
            apis: [{id: a9, group_id: far, name: far, req_uri: /9, publications: [{publish_id: p9, env_id: r}]}]
            throttles: [{id: t9, name: far, time_interval: 1, time_unit: DAY, api_call_limits: 5}]
        """;

    private static final ApiFilter ALL = new ApiFilter(null, null, null, null);

    @Parameter
    Database database;

    private TestServer server;
    private TestServer replica;
    private Bindings bindings;

    @BeforeEach
    void start() {
        String url = database.newUrl();
        server = TestServer.start(url);
        replica = TestServer.start(url);
        server.put(STATE);
        bindings = server.bean(Bindings.class);
        Transactions.in(server, connection -> {
            try {
                return connection.createStatement().execute("""
                    insert into sign_key (id, instance_id, name, sign_type, sign_key, sign_secret, create_time, update_time)
                    values ('s1', 'g1', 'key', 'hmac', 'k', 's', 1, 1), ('s2', 'g1', 'other', 'hmac', 'k', 's', 1, 1)""");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @AfterEach
    void stop() {
        replica.close();
        server.close();
    }

    @Test
    void eachTypeHasItsSlots() {
        assertReplaces(Policy.throttle("t1"), Policy.throttle("t2"));
        assertReplaces(Policy.sign("s1"), Policy.sign("s2"));
        assertReplaces(Policy.acl("c1", "IP"), Policy.acl("c2", "IP"));
        assertReplaces(Policy.plugin("l1", "cors"), Policy.plugin("l2", "cors"));
        bind(Policy.acl("c3", "DOMAIN"), "p1");
        bind(Policy.plugin("l3", "rate_limit"), "p1");
        bind(Policy.app("k1"), "p1");
        bind(Policy.app("k2"), "p1");
        for (PolicyType type : PolicyType.values()) {
            int one = type == PolicyType.THROTTLE || type == PolicyType.SIGN ? 1 : 2;
            assertEquals(one, policies(type, "a1", new PolicyFilter(null, null, null, null, null)).size(), type.name());
        }
    }

    @Test
    void whatIsBoundAlreadyStaysAsItIs() {
        List<BoundApi> first = bind(Policy.throttle("t1"), "p2", "p1", "p2");
        assertEquals(List.of("p2", "p1"), first.stream().map(BoundApi::publishId).toList());
        assertEquals(List.of("order_2", "Order_1"), first.stream().map(BoundApi::apiName).toList());
        assertEquals("slow", first.get(0).policyName());
        Gateways.order(server, "PUT", "clock", "{\"now\": \"2026-01-02T00:00:00Z\"}");
        List<BoundApi> again = bind(Policy.throttle("t1"), "p1", "p3", "p2");
        assertEquals(first, List.of(again.get(2), again.get(0)));
        assertEquals(List.of("p3", "p1", "p2"), apis("t1", ALL).stream().map(BoundApi::publishId)
            .sorted((a, b) -> a.equals("p3") ? -1 : b.equals("p3") ? 1 : a.compareTo(b)).toList());
        assertEquals("p3", apis("t1", ALL).get(0).publishId(), "the newest is first");
    }

    @Test
    void onlyPublishedApisOfTheGatewayAreBound() {
        bind(Policy.throttle("t1"), "p1");
        for (String publishId : List.of("none", "p4", "p9", "\u00e4")) {
            ApiException refusal = assertThrows(ApiException.class, () -> bind(Policy.throttle("t2"), "p1", publishId));
            assertEquals(ErrorCode.APIG_3015, refusal.code());
        }
        assertEquals(List.of("t1"), policies(PolicyType.THROTTLE, "a1", new PolicyFilter(null, null, null, null, null)),
            "nothing changed");
        assertEquals(List.of(), bind(Policy.throttle("t1")));
    }

    @Test
    void listsAreFiltered() {
        bind(Policy.throttle("t1"), "p1", "p1s", "p2", "p3");
        assertEquals(4, apis("t1", ALL).size());
        assertEquals(0, apis("t2", ALL).size());
        Map<ApiFilter, Integer> found = Map.of(
            new ApiFilter("s", null, null, null), 1,
            new ApiFilter(null, "grp", null, null), 3,
            new ApiFilter(null, null, "a1", null), 2,
            new ApiFilter(null, null, null, "ORDER"), 3,
            new ApiFilter(null, null, null, "%"), 0,
            new ApiFilter("r", "grp", "a1", "_1"), 1,
            new ApiFilter(null, null, null, null, "POST", null, null), 1,
            new ApiFilter(null, null, null, null, null, "/3", null), 1,
            new ApiFilter(null, null, null, null, null, null, "bank"), 1);
        found.forEach((filter, number) -> assertEquals(number, apis("t1", filter).size(), filter.toString()));
        Page<BoundApi> page = call(() -> bindings.apis("g1", PolicyType.THROTTLE, "t1", ALL, 1, 2));
        assertEquals(4, page.total());
        assertEquals(apis("t1", ALL).subList(1, 3), page.items());

        assertEquals(List.of("t1", "t1"), policies(PolicyType.THROTTLE, "a1", new PolicyFilter(null, null, null, null, null)));
        assertEquals(List.of("t1"), policies(PolicyType.THROTTLE, "a1", new PolicyFilter("t1", "LO", "s", "STAGE", "THROTTLE")));
        assertEquals(List.of(), policies(PolicyType.THROTTLE, "a1", new PolicyFilter("t2", null, null, null, null)));
        assertEquals(List.of(), policies(PolicyType.ACL, "a1", new PolicyFilter(null, null, null, null, null)));
        assertEquals(4, policies(PolicyType.THROTTLE, null, new PolicyFilter("t1", null, null, null, null)).size());
    }

    @Test
    void apisThatAreNotBoundArePublishedOnes() {
        assertEquals(List.of("p1", "p1s", "p2", "p3"), unbound(PolicyType.THROTTLE, "t1", ALL));
        bind(Policy.throttle("t1"), "p1", "p3");
        bind(Policy.acl("c1", "IP"), "p2");
        assertEquals(List.of("p1s", "p2"), unbound(PolicyType.THROTTLE, "t1", ALL));
        assertEquals(List.of("p1", "p1s", "p2", "p3"), unbound(PolicyType.THROTTLE, "t2", ALL));
        assertEquals(List.of("p1s", "p2"), unbound(PolicyType.THROTTLE, null, ALL));
        assertEquals(List.of("p1s"), unbound(PolicyType.THROTTLE, null, new ApiFilter("s", null, null, null)));
        Page<PublishedApi> page = call(() -> bindings.unboundApis("g1", PolicyType.THROTTLE, "t1", ALL, 1, 1));
        assertEquals(2, page.total());
        assertEquals("order_2", page.items().get(0).apiName());
    }

    @Test
    void countsSeveralPoliciesAtOnce() {
        bind(Policy.throttle("t1"), "p1", "p2");
        assertEquals(Map.of("t1", 2, "t2", 0), call(() -> bindings.counts(PolicyType.THROTTLE, List.of("t1", "t2"))));
        assertEquals(Map.of("t1", 0), call(() -> bindings.counts(PolicyType.ACL, List.of("t1"))), "of its type");
        assertEquals(Map.of(), call(() -> bindings.counts(PolicyType.ACL, List.of())));
        assertEquals(2, call(() -> bindings.count(PolicyType.THROTTLE, "t1")));
    }

    @Test
    void unbindsWhatIsThere() {
        String id = bind(Policy.throttle("t1"), "p1").get(0).id();
        for (Runnable wrong : List.<Runnable>of(
                () -> bindings.unbind("g2", PolicyType.THROTTLE, id, ErrorCode.APIG_3010),
                () -> bindings.unbind("g1", PolicyType.ACL, id, ErrorCode.APIG_3010),
                () -> bindings.unbind("g1", PolicyType.THROTTLE, "none", ErrorCode.APIG_3010))) {
            assertEquals(ErrorCode.APIG_3010, assertThrows(ApiException.class, () -> run(wrong)).code());
        }
        assertTrue(call(() -> bindings.isBound(PolicyType.THROTTLE, "t1", "p1")));
        Batch<String> batch = call(() -> bindings.unbindAll("g1", PolicyType.THROTTLE, List.of("none", id, id),
            ErrorCode.APIG_3010, (failed, error) -> failed + " " + error.errorCode()));
        assertEquals(new Batch<>(1, List.of("none APIG.3010")), batch);
        assertFalse(call(() -> bindings.isBound(PolicyType.THROTTLE, "t1", "p1")));
        bind(Policy.app("k1"), "p1", "p2");
        bind(Policy.app("k2"), "p1");
        run(() -> {
            bindings.unbind(PolicyType.APP, List.of("k1", "k2", "none"), List.of("p1"));
            bindings.unbind(PolicyType.APP, List.of(), List.of("p2"));
        });
        assertEquals(Map.of("k1", 1, "k2", 0), call(() -> bindings.counts(PolicyType.APP, List.of("k1", "k2"))));
    }

    @Test
    void aPolicyOfAnotherKindTakesTheSlotsOfItsNewKind() {
        bind(Policy.acl("c1", "IP"), "p1", "p2");
        bind(Policy.acl("c3", "DOMAIN"), "p1", "p3");
        run(() -> bindings.move(Policy.acl("c3", "IP")));
        assertEquals(Map.of("c1", 1, "c3", 2), call(() -> bindings.counts(PolicyType.ACL, List.of("c1", "c3"))));
        assertEquals(List.of("c3"), policies(PolicyType.ACL, "a1", new PolicyFilter(null, null, null, null, "ACL:IP")));
        run(() -> bindings.move(Policy.acl("c3", "IP")));
        assertEquals(2, call(() -> bindings.count(PolicyType.ACL, "c3")), "nothing moves twice");
    }

    @Test
    void ofManyThatWantOneSlotTheLastHasIt() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        Gateways.atOnce(40, () -> {
            int number = turn.getAndIncrement();
            TestServer one = number % 2 == 0 ? server : replica;
            return Transactions.in(one, connection -> {
                one.bean(GatewayAccess.class).write(PROJECT, "g1");
                return one.bean(Bindings.class).bind("g1", Policy.throttle(number % 4 < 2 ? "t1" : "t2"), List.of("p1", "p2"));
            });
        });
        Map<String, Integer> counts = call(() -> bindings.counts(PolicyType.THROTTLE, List.of("t1", "t2")));
        assertEquals(2, counts.get("t1") + counts.get("t2"), counts::toString);
        assertTrue(counts.containsValue(0), "one of them has both: " + counts);
    }

    @Test
    void aPolicyIsNotDeletedWhileSomebodyBindsIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            server.put(STATE);
            AtomicInteger turn = new AtomicInteger();
            List<String> results = Gateways.atOnce(8, () -> {
                int number = turn.getAndIncrement();
                TestServer one = number % 2 == 0 ? server : replica;
                try {
                    return Transactions.in(one, connection -> {
                        one.bean(GatewayAccess.class).write(PROJECT, "g1");
                        if (number == 4) {
                            one.bean(Bindings.class).requireUnbound(PolicyType.THROTTLE, "t1", ErrorCode.APIG_3451);
                            delete(connection, "throttle", "t1");
                            return "deleted";
                        }
                        // As any service does, before it binds.
                        if (!exists(connection, "throttle", "t1")) {
                            return "missing";
                        }
                        one.bean(Bindings.class).bind("g1", Policy.throttle("t1"), List.of("p" + (1 + number % 3)));
                        return "bound";
                    });
                } catch (ApiException e) {
                    return e.body().errorCode();
                }
            });
            JsonNode throttles = Gateways.order(server, "GET", "state", null).at("/gateways/0/throttles");
            boolean deleted = results.contains("deleted");
            assertNotEquals(deleted, results.contains("bound"), results::toString);
            assertNotEquals(deleted, results.contains("APIG.3451"), results::toString);
            assertEquals(deleted ? 1 : 2, IntStream.range(0, throttles.size()).count(), results::toString);
        }
    }

    @Test
    void theDatabaseTakesNoBindingToAPolicyOfAnotherTypeOrGateway() {
        for (Policy wrong : List.of(Policy.throttle("c1"), Policy.throttle("t9"), Policy.app("none"))) {
            assertThrows(RuntimeException.class, () -> bind(wrong, "p1"), wrong.toString());
        }
        assertThrows(RuntimeException.class, () -> Transactions.in(server, connection -> {
            try {
                return connection.createStatement().execute("""
                    insert into binding (id, instance_id, policy_type, policy_id, acl_id, publish_id, slot, bound_time)
                    values ('b', 'g1', 'THROTTLE', 'c1', 'c1', 'p1', 'THROTTLE', 1)""");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private void assertReplaces(Policy first, Policy second) {
        String id = bind(first, "p1").get(0).id();
        assertNotEquals(id, bind(second, "p1").get(0).id());
        assertEquals(Map.of(first.id(), 0, second.id(), 1),
            call(() -> bindings.counts(first.type(), List.of(first.id(), second.id()))));
    }

    private List<BoundApi> bind(Policy policy, String... publishIds) {
        return call(() -> bindings.bind("g1", policy, List.of(publishIds)));
    }

    private List<BoundApi> apis(String throttle, ApiFilter filter) {
        return call(() -> bindings.apis("g1", PolicyType.THROTTLE, throttle, filter, 0, 500)).items();
    }

    private List<String> policies(PolicyType type, String apiId, PolicyFilter filter) {
        return call(() -> bindings.policies("g1", type, apiId, filter, 0, 500)).items().stream()
            .map(BoundApi::policyId).toList();
    }

    private List<String> unbound(PolicyType type, String policyId, ApiFilter filter) {
        return call(() -> bindings.unboundApis("g1", type, policyId, filter, 0, 500)).items().stream()
            .map(PublishedApi::publishId).sorted().toList();
    }

    private <T> T call(Supplier<T> action) {
        return Transactions.in(server, connection -> action.get());
    }

    private void run(Runnable action) {
        call(() -> {
            action.run();
            return null;
        });
    }

    private static boolean exists(java.sql.Connection connection, String table, String id) {
        try {
            return connection.createStatement().executeQuery("select 1 from " + table + " where id = '" + id + "'").next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(java.sql.Connection connection, String table, String id) {
        try {
            connection.createStatement().execute("delete from " + table + " where id = '" + id + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
