package dev.postern.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.client.apig.ApiClient;
import dev.postern.client.apig.ApiException;
import dev.postern.client.apig.api.AclApi;
import dev.postern.client.apig.api.CredentialApi;
import dev.postern.client.apig.api.DomainApi;
import dev.postern.client.apig.api.GatewayApi;
import dev.postern.client.apig.api.MonitoringApi;
import dev.postern.client.apig.api.PluginApi;
import dev.postern.client.apig.api.ThrottleApi;
import dev.postern.client.apig.model.AclBindingBatchDelete;
import dev.postern.client.apig.model.ApiOperPluginInfo;
import dev.postern.client.apig.model.ChargingMode;
import dev.postern.client.apig.model.DeleteAction;
import dev.postern.client.apig.model.InstanceCreateReq;
import dev.postern.client.apig.model.InstanceSpecId;
import dev.postern.client.apig.model.InstanceStatus;
import dev.postern.client.apig.model.InstanceStatusFilter;
import dev.postern.client.apig.model.InstanceStatusId;
import dev.postern.client.apig.model.ThrottleBaseInfo;
import dev.postern.client.apig.model.ThrottleType;
import dev.postern.client.apig.model.TimeUnit;
import dev.postern.client.secmaster.api.SubscriptionApi;
import dev.postern.client.secmaster.model.OperateType;
import dev.postern.client.secmaster.model.Scene;
import dev.postern.client.secmaster.model.UpdateSubscriptionOrderReq;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the generated code sends and takes where generators are known to err. */
class WireTest {

    private final StubServer server = new StubServer();
    private final ApiClient client = Clients.apig(server.endpoint(), Credentials.token("a-token"));
    private final GatewayApi gateways = new GatewayApi(client);

    WireTest() throws IOException {
        server.answers(200, "{}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class Requests {

        @Test
        void carryTheTokenOnce() throws Exception {
            gateways.showDetailsOfInstanceV2("p", "g", Map.of("X-Auth-Token", "of this call"));
            assertEquals("a-token", server.header("X-Auth-Token"));
            new SubscriptionApi(Clients.secmaster(server.endpoint(), Credentials.token("other")))
                .updateSubscriptionOrder("p", "zh-cn", new UpdateSubscriptionOrderReq());
            assertEquals("other", server.header("X-Auth-Token"));
            assertEquals("zh-cn", server.header("X-Language"));
        }

        @Test
        void goBelowThePathOfTheEndpoint() throws Exception {
            new GatewayApi(Clients.apig(server.endpoint() + "/proxy//", Credentials.token("t")))
                .showDetailsOfInstanceV2("p", "g");
            assertEquals("/proxy/v2/p/apigw/instances/g", server.uri());
        }

        @Test
        void leaveOutWhatIsNotAskedFor() throws Exception {
            gateways.listInstancesV2("p", null, null, null, null, null);
            assertEquals("/v2/p/apigw/instances", server.uri());
        }

        @Test
        void haveSnakeCaseQueriesWithNumbersBeyondIntAndEnumsByTheirValue() throws Exception {
            gateways.listInstancesV2("p", 3_000_000_000L, 500, "g", null, InstanceStatusFilter.UN_REGISTER_FAILED);
            assertEquals("/v2/p/apigw/instances?offset=3000000000&limit=500&instance_id=g&status=UnRegisterFailed",
                server.uri());
        }

        @Test
        void encodeWhatIsReservedOrNotAscii() throws Exception {
            gateways.listInstancesV2("a/b c", null, null, null, "1+1=2&网", null);
            assertEquals("/v2/a%2Fb%20c/apigw/instances?instance_name=1%2B1%3D2%26%E7%BD%91", server.uri());
        }

        @Test
        void sendIntegerEnumsAsNumbersAndNamesInSnakeCase() throws Exception {
            new ThrottleApi(client).updateRequestThrottlingPolicyV2("p", "g", "t", new ThrottleBaseInfo()
                .name("限流策略").timeUnit(TimeUnit.DAY).timeInterval(1).apiCallLimits(2).type(ThrottleType.SHARED));
            assertJson("""
                {"name": "限流策略", "time_unit": "DAY", "time_interval": 1, "api_call_limits": 2, "type": 2,
                 "enable_adaptive_control": "FALSE"}""", server.body());
        }

        /** Defaults of the description are sent; a list that was not set must not become an empty one. */
        @Test
        void leaveOutWhatWasNotSet() throws Exception {
            gateways.createInstanceV2("p", new InstanceCreateReq().instanceName("name").specId(InstanceSpecId.BASIC)
                .vpcId("v").subnetId("s").securityGroupId("sg").availableZoneIds(List.of("a", "b"))
                .bandwidthSize(null));
            assertJson("""
                {"instance_name": "name", "spec_id": "BASIC", "vpc_id": "v", "subnet_id": "s",
                 "security_group_id": "sg", "available_zone_ids": ["a", "b"],
                 "bandwidth_charging_mode": "bandwidth", "loadbalancer_provider": "lvs"}""", server.body());
            new SubscriptionApi(Clients.secmaster(server.endpoint(), Credentials.token("t"))).updateSubscriptionOrder("p",
                "en-us", new UpdateSubscriptionOrderReq().scene(Scene.POSTPAID).operateType(OperateType.POSTPAID_2_PREPAID));
            assertJson("""
                {"scene": "POSTPAID", "operate_type": "POSTPAID_2_PREPAID"}""", server.body());
        }

        @Test
        void sendAListThatIsEmptyOnPurpose() throws Exception {
            new AclApi(client).batchDeleteApiAclBindingV2("p", "g", DeleteAction.DELETE,
                new AclBindingBatchDelete().aclBindings(List.of()));
            assertEquals("/v2/p/apigw/instances/g/acl-bindings?action=delete", server.uri());
            assertJson("""
                {"acl_bindings": []}""", server.body());
        }

        @Test
        void mayGoWithoutABody() throws Exception {
            new CredentialApi(client).createAppCodeAutoV2("p", "g", "a");
            assertEquals("", server.body());
        }

        @Test
        void areRefusedOnTheSpotForAnEndpointThatIsNone() {
            for (String endpoint : new String[] {"localhost:8080", "", "/v2", "ftp://localhost", "http://", "http:// a",
                    "http://localhost?a=b", "http://user@localhost", null}) {
                Credentials token = Credentials.token("t");
                for (Executable call : List.<Executable>of(() -> Clients.apig(endpoint, token),
                        () -> Clients.secmaster(endpoint, token), () -> Clients.iam(endpoint, token))) {
                    assertEquals("Not an endpoint such as http://localhost:8080: " + endpoint,
                        assertThrows(IllegalArgumentException.class, call).getMessage());
                }
            }
        }

        @Test
        void areRefusedOnTheSpotWithoutCredentials() {
            assertMissing("a token", () -> Credentials.token(null));
            assertMissing("an access key", () -> Credentials.accessKey("", "s"));
            assertMissing("a secret key", () -> Credentials.accessKey("a", null));
            assertMissing("the id of a project", () -> Credentials.accessKey("a", "s", ""));
            assertMissing("the password of the user", () -> Clients.login(server.endpoint(), "d", "u", "", "p"));
            assertMissing("credentials, such as Credentials.token(\"…\")", () -> Clients.apig(server.endpoint(), null));
            assertThrows(IllegalArgumentException.class, () -> Credentials.token("two\nlines"));
        }

        @Test
        void areSentAgainWhenTheServerAsksForIt() {
            server.answers(429, "{}");
            var patient = new GatewayApi(Clients.apig(server.endpoint(), Credentials.token("t"),
                Settings.DEFAULTS.withFirstDelay(Duration.ofMinutes(1))));
            server.asksToRetryAfter("0");
            assertThrows(ApiException.class, () -> patient.showDetailsOfInstanceV2("p", "g"));
            assertEquals(4, server.requests());
            server.asksToRetryAfter("3600");
            assertThrows(ApiException.class, () -> patient.showDetailsOfInstanceV2("p", "g"));
            assertEquals(1, server.requests());
        }

        @Test
        void sayFromWhomTheyAre() throws Exception {
            gateways.showDetailsOfInstanceV2("p", "g");
            assertTrue(server.header("User-Agent").matches("postern-client-java/[0-9].*"), server.header("User-Agent"));
        }

        private void assertMissing(String what, Executable call) {
            assertEquals("Missing: " + what, assertThrows(IllegalArgumentException.class, call).getMessage());
        }

        private void assertJson(String expected, String actual) throws IOException {
            JsonNode tree = new ObjectMapper().readTree(expected);
            assertEquals(tree, new ObjectMapper().readTree(actual));
        }
    }

    @Nested
    class Answers {

        @Test
        void areReadAsUtf8WhateverThePlatformHas() throws Exception {
            server.answers(200, """
                {"description": "网关 ½ 🙂"}""");
            assertEquals("网关 ½ 🙂", gateways.showDetailsOfInstanceV2("p", "g").getDescription());
        }

        @Test
        void haveNullForNullAndForWhatIsNotThere() throws Exception {
            server.answers(200, """
                {"type": null, "endpoint_service": null, "status": null, "instance_status": null,
                 "create_time": null, "is_releasable": null, "cbc_operation_locks": null}""");
            var gateway = gateways.showDetailsOfInstanceV2("p", "g");
            server.answers(200, "{}");
            assertEquals(gateways.showDetailsOfInstanceV2("p", "g"), gateway);
            assertNull(gateway.getType());
            assertNull(gateway.getStatus());
            assertNull(gateway.getInstanceStatus());
            assertNull(gateway.getCreateTime());
            assertNull(gateway.getIsReleasable());
            assertNull(gateway.getCbcOperationLocks());
        }

        @Test
        void tellAnEmptyListFromNone() throws Exception {
            server.answers(200, """
                {"publicips": []}""");
            var gateway = gateways.showDetailsOfInstanceV2("p", "g");
            assertEquals(List.of(), gateway.getPublicips());
            assertNull(gateway.getPrivateips());
        }

        @Test
        void mayHoldWhatOnlyANewerServerKnows() throws Exception {
            server.answers(200, """
                {"id": "g", "status": "Sleeping", "instance_status": 99, "spec": "TITANIUM", "charging_mode": 7,
                 "loadbalancer_provider": "nlb", "cbc_operation_locks": [{"lock_scene": "NEW_LOCK", "since": 1}],
                 "new_object": {"a": [1, {"b": null}]}, "new_list": [1]}""");
            var gateway = gateways.showDetailsOfInstanceV2("p", "g");
            assertEquals("g", gateway.getId());
            assertEquals(InstanceStatus.UNKNOWN_DEFAULT_OPEN_API, gateway.getStatus());
            assertEquals(InstanceStatusId.NUMBER_unknown_default_open_api, gateway.getInstanceStatus());
            assertEquals(ChargingMode.NUMBER_unknown_default_open_api, gateway.getChargingMode());
            assertEquals("UNKNOWN_DEFAULT_OPEN_API", gateway.getSpec().name());
            assertEquals("UNKNOWN_DEFAULT_OPEN_API", gateway.getLoadbalancerProvider().name());
            assertEquals("UNKNOWN_DEFAULT_OPEN_API", gateway.getCbcOperationLocks().get(0).getLockScene().name());
        }

        @Test
        void keepIntegersOf64BitsAndFractions() throws Exception {
            server.answers(200, """
                {"code": "APIG.0000", "start_time": 1595576640, "list": [{"output_throughput": 9223372036854775807,
                 "input_throughput": 9007199254740993, "avg_latency": 0.5, "req_count2xx": 3}]}""");
            var statistics = new MonitoringApi(client).listLatelyGroupStatisticsV2("p", "g", "r");
            assertEquals("/v2/p/apigw/instances/g/statistics/group/latest?group_id=r", server.uri());
            var minute = statistics.getList().get(0);
            assertEquals(Long.MAX_VALUE, minute.getOutputThroughput());
            assertEquals(9007199254740993L, minute.getInputThroughput());
            assertEquals(0.5f, minute.getAvgLatency());
            assertEquals(3, minute.getReqCount2xx());
        }

        @Test
        void keepNineDecimalsAndTheOffsetOfMoments() throws Exception {
            for (String moment : List.of("2020-08-03T12:25:52.257957135Z", "2020-08-03T20:25:52.000000001+08:00",
                    "2020-08-03T12:25:52Z")) {
                server.answers(201, "{\"create_time\": \"" + moment + "\"}");
                assertEquals(OffsetDateTime.parse(moment),
                    new CredentialApi(client).createAppCodeAutoV2("p", "g", "a").getCreateTime());
            }
        }

        @Test
        void mayUseWordsThatMeanSomethingElsewhere() throws Exception {
            server.answers(200, """
                {"san": ["a.example"], "state": ["Beijing"], "organizational_unit": ["ou"], "type": "global"}""");
            var certificate = new DomainApi(client).showDetailsOfDomainNameCertificateV2("p", "g", "r", "d", "c");
            assertEquals(List.of("Beijing"), certificate.getState());
            assertEquals(List.of("ou"), certificate.getOrganizationalUnit());
            assertEquals("global", certificate.getType().getValue());
        }

        @Test
        void mayBeEmpty() throws Exception {
            server.answers(204, "");
            new PluginApi(client).detachPluginFromApi("p", "g", "a", new ApiOperPluginInfo());
            server.answers(202, "");
            gateways.deleteInstancesV2("p", "g");
            server.answers(200, "");
            assertNull(gateways.showDetailsOfInstanceV2("p", "g"));
        }

        @Test
        void mayHaveABodyWhereNoneIsExpected() throws Exception {
            server.answers(200, """
                {"job_id": "j"}""");
            gateways.deleteInstancesV2("p", "g");
            assertEquals(200, gateways.removeEipV2WithHttpInfo("p", "g").getStatusCode());
        }
    }

    @Nested
    class Errors {

        @Test
        void haveStatusCodeAndMessageAndMayHoldMore() {
            server.answers(409, """
                {"error_code": "APIC.7701", "error_msg": "网", "request_id": "r"}""");
            ApiException failure = failure(gateways);
            assertEquals(409, failure.getCode());
            assertTrue(failure.isConflict());
            assertEquals("APIC.7701", failure.getErrorCode());
            assertEquals("网", failure.getErrorMsg());
            assertEquals("r", failure.getRequestId());
            assertTrue(failure.getMessage().contains("APIC.7701"), failure.getMessage());
        }

        @Test
        void ofTheIdentityServiceSayTheSameInAnotherForm() {
            server.answers(401, """
                {"error": {"code": 401, "message": "The username or password is wrong.", "title": "Unauthorized"}}""");
            ApiException failure = failure(gateways);
            assertTrue(failure.isUnauthenticated());
            assertEquals("401", failure.getErrorCode());
            assertEquals("The username or password is wrong.", failure.getErrorMsg());
        }

        @Test
        void areEmptyWhereSomethingElseAnswered() {
            for (String body : List.of("", "null", "<html>Bad gateway</html>", "{\"message\": \"no route\"}", "[]")) {
                server.answers(502, body);
                ApiException failure = failure(gateways);
                assertEquals(502, failure.getCode());
                assertNull(failure.getErrorCode(), body);
                assertNull(failure.getErrorMsg(), body);
                assertEquals(body, failure.getResponseBody());
            }
        }

        @Test
        void areEmptyWhereNothingAnswered() {
            server.close();
            ApiException failure = failure(gateways);
            assertEquals(0, failure.getCode());
            assertNull(failure.getErrorCode());
        }

        private ApiException failure(GatewayApi gateways) {
            return assertThrows(ApiException.class, () -> gateways.showDetailsOfInstanceV2("p", "g"));
        }
    }
}
