package dev.postern.client;

import dev.postern.client.apig.ApiClient;
import dev.postern.client.apig.ApiException;
import dev.postern.client.apig.api.CredentialApi;
import dev.postern.client.apig.api.GatewayApi;
import dev.postern.client.apig.api.PluginApi;
import dev.postern.client.apig.api.ThrottleApi;
import dev.postern.client.apig.model.AdaptiveControl;
import dev.postern.client.apig.model.ApiOperPluginInfo;
import dev.postern.client.apig.model.InstanceCreateReq;
import dev.postern.client.apig.model.InstanceSpec;
import dev.postern.client.apig.model.InstanceSpecId;
import dev.postern.client.apig.model.InstanceStatus;
import dev.postern.client.apig.model.InstanceStatusFilter;
import dev.postern.client.apig.model.InstanceStatusId;
import dev.postern.client.apig.model.ListPluginAttachedApisResponse;
import dev.postern.client.apig.model.ResizeInstanceReq;
import dev.postern.client.apig.model.RespInstanceBase;
import dev.postern.client.apig.model.ShowDetailsOfInstanceV2Response;
import dev.postern.client.apig.model.ThrottleBaseInfo;
import dev.postern.client.apig.model.ThrottleType;
import dev.postern.client.apig.model.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.time.OffsetDateTime;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A gateway, its policies and its plug-ins, as a program would handle them. */
class GatewayScenarioTest {

    private static final String PROJECT = "73d69ae0cfcf460190522d06b60f05ad";

    private static RunningServer server;

    private final ApiClient client = Clients.apig(server.endpoint(), Credentials.token("a-token"));
    private final GatewayApi gateways = new GatewayApi(client);
    private final ThrottleApi throttles = new ThrottleApi(client);
    private final PluginApi plugins = new PluginApi(client);

    @BeforeAll
    static void start() {
        server = new RunningServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aGatewayIsOrderedFoundResizedAndDeleted() throws Exception {
        var order = gateways.createInstanceV2(PROJECT, order("scenario").description("网关 · første"));
        String id = order.getInstanceId();
        ShowDetailsOfInstanceV2Response gateway = waitUntilRunning(id);
        assertEquals("scenario", gateway.getInstanceName());
        assertEquals("网关 · første", gateway.getDescription());
        assertEquals(InstanceStatusId.RUNNING, gateway.getInstanceStatus());
        assertEquals(InstanceSpec.BASIC, gateway.getSpec());
        assertNull(gateway.getEipAddress());

        var found = gateways.listInstancesV2(PROJECT, 0L, 10, null, "scenario", InstanceStatusFilter.RUNNING);
        assertEquals(1, found.getTotal());
        assertEquals(List.of(id), found.getInstances().stream().map(RespInstanceBase::getId).toList());
        var frozen = gateways.listInstancesV2(PROJECT, null, null, null, null, InstanceStatusFilter.FROZEN);
        assertEquals(0, frozen.getTotal());

        ResizeInstanceReq professional = new ResizeInstanceReq().specId("PROFESSIONAL");
        gateways.createPostPayResizeOrder(PROJECT, id, professional);
        assertEquals(InstanceSpec.PROFESSIONAL, waitUntilRunning(id).getSpec());

        assertRefused(400, "APIC.7500", "The gateway name already exists",
            () -> gateways.createInstanceV2(PROJECT, order("scenario")));
        assertRefused(400, "APIC.7211", "Parameter value does not match the rules, parameter name[instanceName]",
            () -> gateways.createInstanceV2(PROJECT, order("1st")));
        assertRefused(409, "APIC.7707", "Scaling up to the same specifications is not allowed",
            () -> gateways.createPostPayResizeOrder(PROJECT, id, professional));

        gateways.deleteInstancesV2(PROJECT, id);
        assertRefused(404, "APIC.7302", "Instance not found", () -> gateways.showDetailsOfInstanceV2(PROJECT, id));
    }

    @Test
    void aPolicyIsChangedAndAPluginDetached() throws Exception {
        server.seed("""
            gateways:
              - id: g1
                project_id: %s
                instance_name: seeded
                environments: [{id: e1, name: RELEASE}]
                api_groups: [{id: r1, name: group}]
                apis:
                  - {id: a1, group_id: r1, name: api, req_uri: /api, publications: [{publish_id: u1, env_id: e1}]}
                throttles:
                  - id: t1
                    name: before
                    time_unit: SECOND
                    time_interval: 1
                    api_call_limits: 100
                    create_time: "2020-07-31T08:44:02.205366118Z"
                    bindings: [{id: b1, publish_id: u1}]
                plugins:
                  - {id: p1, name: cors, bindings: [{id: c1, publish_id: u1}]}
            """.formatted(PROJECT));

        var policy = throttles.updateRequestThrottlingPolicyV2(PROJECT, "g1", "t1", new ThrottleBaseInfo()
            .name("限流策略").timeUnit(TimeUnit.MINUTE).timeInterval(5).apiCallLimits(Integer.MAX_VALUE)
            .type(ThrottleType.SHARED));
        assertEquals("t1", policy.getId());
        assertEquals("限流策略", policy.getName());
        assertEquals(TimeUnit.MINUTE, policy.getTimeUnit());
        assertEquals(Integer.MAX_VALUE, policy.getApiCallLimits());
        assertEquals(ThrottleType.SHARED, policy.getType());
        assertEquals(AdaptiveControl.FALSE, policy.getEnableAdaptiveControl());
        assertEquals(1, policy.getBindNum());
        assertEquals(OffsetDateTime.parse("2020-07-31T08:44:02.205366118Z"), policy.getCreateTime());
        assertNull(policy.getUserCallLimits());

        assertEquals("a1", attached().getApis().get(0).getApiId());
        plugins.detachPluginFromApi(PROJECT, "g1", "a1", new ApiOperPluginInfo().envId("e1").addPluginIdsItem("p1"));
        assertEquals(0, attached().getTotal());
        assertTrue(attached().getApis().isEmpty());

        assertRefused(404, "APIG.3068", "Plugin p2 does not exist", () -> plugins.detachPluginFromApi(
            PROJECT, "g1", "a1", new ApiOperPluginInfo().envId("e1").addPluginIdsItem("p2")));
    }

    /** For a body that may be missing, the generated code sends the word null. */
    @Test
    void aSecretIsReplacedByOneThatTheServerMakesUp() throws Exception {
        server.seed("""
            gateways:
              - id: g1
                project_id: %s
                instance_name: seeded
                apps: [{id: c1, name: app, app_key: key, app_secret: before-it}]
            """.formatted(PROJECT));
        var credential = new CredentialApi(client).resettingAppSecretV2(PROJECT, "g1", "c1", null);
        assertEquals("key", credential.getAppKey());
        assertNotEquals("before-it", credential.getAppSecret());
    }

    @Test
    void nothingIsAnsweredWithoutAToken() {
        ApiClient anonymous = new ApiClient();
        anonymous.updateBaseUri(server.endpoint());
        assertRefused(401, "APIC.7102", "Incorrect token or token resolution failed",
            () -> new GatewayApi(anonymous).listInstancesV2(PROJECT, null, null, null, null, null));
    }

    private static InstanceCreateReq order(String name) {
        return new InstanceCreateReq()
            .instanceName(name)
            .specId(InstanceSpecId.BASIC)
            .vpcId("vpc").subnetId("subnet").securityGroupId("group")
            .addAvailableZoneIdsItem("zone-a").addAvailableZoneIdsItem("zone-b");
    }

    private ShowDetailsOfInstanceV2Response waitUntilRunning(String id) throws Exception {
        for (int i = 0; i < 100; i++) {
            ShowDetailsOfInstanceV2Response gateway = gateways.showDetailsOfInstanceV2(PROJECT, id);
            if (gateway.getStatus() == InstanceStatus.RUNNING) {
                return gateway;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("The gateway " + id + " does not become Running");
    }

    private ListPluginAttachedApisResponse attached() throws ApiException {
        return plugins.listPluginAttachedApis(PROJECT, "g1", "p1", null, null, "e1", null, null, null, null, null);
    }

    private static void assertRefused(int status, String code, String message, Executable call) {
        ApiException refusal = assertThrows(ApiException.class, call);
        assertEquals(status, refusal.getCode());
        assertEquals(code, refusal.getErrorCode());
        assertEquals(message, refusal.getErrorMsg());
    }
}
