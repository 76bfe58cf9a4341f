package dev.postern.client;

import dev.postern.client.apig.ApiClient;
import dev.postern.client.apig.api.GatewayApi;
import dev.postern.client.apig.api.ThrottleApi;
import dev.postern.client.apig.model.InstanceCreateReq;
import dev.postern.client.apig.model.InstanceSpec;
import dev.postern.client.apig.model.InstanceSpecId;
import dev.postern.client.apig.model.InstanceStatus;
import dev.postern.client.apig.model.ListRequestThrottlingPolicyV2Response;
import dev.postern.client.apig.model.ResizeInstanceReq;
import dev.postern.client.apig.model.ThrottleBaseInfo;
import dev.postern.client.apig.model.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The scenario of all languages, against a server that takes only its users. */
class ScenarioTest {

    private static final String ENDPOINT = TestServers.get("STRICT_ENDPOINT");
    private static final String PROJECT = TestServers.get("PROJECT_ID");

    static List<Credentials> credentials() {
        String accessKey = TestServers.get("ACCESS_KEY");
        String secretKey = TestServers.get("SECRET_KEY");
        return List.of(TestServers.login(), Credentials.accessKey(accessKey, secretKey),
            Credentials.accessKey(accessKey, secretKey, PROJECT));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void aGatewayFromItsOrderToItsEnd(Credentials credentials) throws Exception {
        ApiClient client = Clients.apig(ENDPOINT, credentials);
        var gateways = new GatewayApi(client);
        var throttles = new ThrottleApi(client);
        String name = "java-" + UUID.randomUUID();

        String id = gateways.createInstanceV2(PROJECT, order(name)).getInstanceId();
        waitUntilRunning(gateways, id);
        assertRefused(400, "APIC.7500", "The gateway name already exists",
            () -> gateways.createInstanceV2(PROJECT, order(name)));
        assertRefused(400, "APIC.7211", "Parameter value does not match the rules, parameter name[instanceName]",
            () -> gateways.createInstanceV2(PROJECT, order("1st")));

        String policy = throttles.createRequestThrottlingPolicyV2(PROJECT, id, throttle("policy")).getId();
        var updated = throttles.updateRequestThrottlingPolicyV2(PROJECT, id, policy,
            throttle("policy").timeUnit(TimeUnit.MINUTE).apiCallLimits(7));
        assertEquals(TimeUnit.MINUTE, updated.getTimeUnit());
        assertEquals(7, updated.getApiCallLimits());
        for (int i = 1; i < 25; i++) {
            throttles.createRequestThrottlingPolicyV2(PROJECT, id, throttle("policy_%02d".formatted(i)));
        }
        List<String> names = IntStream.range(0, 25).mapToObj(i -> i == 0 ? "policy" : "policy_%02d".formatted(i)).toList();
        for (int limit : List.of(4, 5, 100)) {
            assertEquals(names, Pages.stream(limit, (offset, size) ->
                    throttles.listRequestThrottlingPolicyV2(PROJECT, id, offset, size, null, null, null, null),
                ListRequestThrottlingPolicyV2Response::getThrottles).map(found -> found.getName()).sorted().toList());
        }
        assertRefused(404, "APIG.3005", "Request throttling policy none does not exist",
            () -> throttles.showDetailsOfRequestThrottlingPolicyV2(PROJECT, id, "none"));

        var professional = new ResizeInstanceReq().specId("PROFESSIONAL");
        gateways.createPostPayResizeOrder(PROJECT, id, professional);
        waitUntilRunning(gateways, id);
        assertEquals(InstanceSpec.PROFESSIONAL, gateways.showDetailsOfInstanceV2(PROJECT, id).getSpec());
        assertTrue(assertRefused(409, "APIC.7707", "Scaling up to the same specifications is not allowed",
            () -> gateways.createPostPayResizeOrder(PROJECT, id, professional)).isConflict());

        gateways.deleteInstancesV2(PROJECT, id);
        assertTrue(waitUntilGone(gateways, id).isNotFound());
    }

    @Test
    void whoIsNotProvenIsRefused() {
        String accessKey = TestServers.get("ACCESS_KEY");
        String refused = "Incorrect token or token resolution failed";
        assertUnproven(refused, Credentials.NONE);
        assertUnproven(refused, Credentials.token("wrong"));
        assertUnproven(refused + ": the signature does not match the request", Credentials.accessKey(accessKey, "wrong"));
        assertUnproven(refused + ": the access key wrong does not exist or is inactive",
            Credentials.accessKey("wrong", TestServers.get("SECRET_KEY")));
        assertRefused(401, "401", "The username or password is wrong.", () -> Clients.login(ENDPOINT,
            TestServers.get("DOMAIN"), TestServers.get("USER"), "wrong", PROJECT));
    }

    @Test
    void whoMayNotIsRefused() {
        Credentials readOnly = Clients.login(ENDPOINT, TestServers.get("DOMAIN"), "bob", "only looking around", PROJECT);
        list(readOnly, PROJECT);
        assertTrue(assertRefused(403, "APIC.7106", "No permissions to request for the method",
            () -> new GatewayApi(Clients.apig(ENDPOINT, readOnly)).createInstanceV2(PROJECT, order("java-bob"))).isForbidden());
        for (Credentials alice : credentials()) {
            assertRefused(403, "APIC.7106", "No permissions to request for the method", () -> list(alice, "0".repeat(32)));
        }
    }

    @Test
    void aSignedQueryMayHoldAnything() {
        for (Credentials alice : credentials()) {
            for (String name : List.of("a b+c&d=e/f?g%h", "网关 ½ 🙂", "~-_.!*'()", "")) {
                assertEquals(0, new GatewayApi(Clients.apig(ENDPOINT, alice))
                    .listInstancesV2(PROJECT, 0L, 500, null, name + "none", null).getTotal(), name);
            }
            assertRefused(404, "APIC.7302", "Instance not found",
                () -> new GatewayApi(Clients.apig(ENDPOINT + "/", alice)).showDetailsOfInstanceV2(PROJECT, "a b/网+*~"));
        }
    }

    @Test
    void secretsAreNotPrinted() {
        for (Credentials alice : credentials()) {
            assertFalse(alice.toString().contains(TestServers.get("SECRET_KEY")), alice.toString());
        }
        assertEquals("a token", Credentials.token("secret").toString());
    }

    private static void assertUnproven(String message, Credentials credentials) {
        assertTrue(assertRefused(401, "APIC.7102", message, () -> list(credentials, PROJECT)).isUnauthenticated());
    }

    private static void list(Credentials credentials, String project) {
        new GatewayApi(Clients.apig(ENDPOINT, credentials)).listInstancesV2(project, null, null, null, null, null);
    }

    private static InstanceCreateReq order(String name) {
        return new InstanceCreateReq().instanceName(name).specId(InstanceSpecId.BASIC).vpcId("vpc").subnetId("subnet")
            .securityGroupId("group").addAvailableZoneIdsItem("zone");
    }

    private static ThrottleBaseInfo throttle(String name) {
        return new ThrottleBaseInfo().name(name).timeUnit(TimeUnit.SECOND).timeInterval(1).apiCallLimits(100);
    }

    private static void waitUntilRunning(GatewayApi gateways, String id) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (gateways.showDetailsOfInstanceV2(PROJECT, id).getStatus() == InstanceStatus.RUNNING) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The gateway " + id + " does not become Running");
    }

    private static PosternException waitUntilGone(GatewayApi gateways, String id) throws InterruptedException {
        for (int i = 0; i < 200 && gateways.listInstancesV2(PROJECT, null, null, id, null, null).getTotal() > 0; i++) {
            Thread.sleep(50);
        }
        return assertRefused(404, "APIC.7302", "Instance not found", () -> gateways.showDetailsOfInstanceV2(PROJECT, id));
    }

    private static PosternException assertRefused(int status, String code, String message, Executable call) {
        PosternException refusal = assertThrows(PosternException.class, call);
        assertEquals(status, refusal.getCode(), refusal.getMessage());
        assertEquals(code, refusal.getErrorCode());
        assertEquals(message, refusal.getErrorMsg());
        return refusal;
    }
}
