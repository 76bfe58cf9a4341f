package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.AssociateRequestThrottlingPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.BatchDisassociateThrottlingPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateRequestThrottlingPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateSpecialThrottlingConfigurationV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteRequestThrottlingPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteSpecialThrottlingConfigurationV2Request;
import com.huaweicloud.sdk.apig.v2.model.DisassociateRequestThrottlingPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApisBindedToRequestThrottlingPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApisUnbindedToRequestThrottlingPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListRequestThrottlingPoliciesBindedToApiV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListRequestThrottlingPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListSpecialThrottlingConfigurationsV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfRequestThrottlingPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.ThrottleApiBindingCreate;
import com.huaweicloud.sdk.apig.v2.model.ThrottleBaseInfo;
import com.huaweicloud.sdk.apig.v2.model.ThrottleBindingBatchDelete;
import com.huaweicloud.sdk.apig.v2.model.ThrottleSpecialCreate;
import com.huaweicloud.sdk.apig.v2.model.ThrottleSpecialUpdate;
import com.huaweicloud.sdk.apig.v2.model.UpdateRequestThrottlingPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateSpecialThrottlingConfigurationV2Request;

import java.util.List;
import java.util.stream.Stream;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about request throttling policies, their bindings and whom they treat otherwise. */
final class ThrottleCases {

    private static final String POLICY = "3437448ad06f4e0c91a224183116e965";
    private static final String BINDING = "3e06ac135e18477e918060d3c59d6f6a";
    private static final String SPECIAL = "a3e9ff8db55544ed9db91d8b048770c0";
    private static final String ID = "[0-9a-f]{32}";
    private static final String TIME = "2[0-9]{3}-.*Z";

    private ThrottleCases() {
    }

    static List<SdkCase> all() {
        return Stream.of(policies(), bindings(), specials()).flatMap(List::stream).toList();
    }

    private static ThrottleBaseInfo policy() {
        return new ThrottleBaseInfo().withName("throttle_demo")
            .withRemark("Total: 800 calls/second; user: 500 calls/second; app: 300 calls/second; "
                + "IP address: 600 calls/second")
            .withType(ThrottleBaseInfo.TypeEnum.NUMBER_1).withTimeInterval(1)
            .withTimeUnit(ThrottleBaseInfo.TimeUnitEnum.SECOND).withApiCallLimits(800)
            .withUserCallLimits(500).withAppCallLimits(300).withIpCallLimits(600);
    }

    private static List<SdkCase> policies() {
        return List.of(
            SdkCase.of("createRequestThrottlingPolicyV2", "throttle", client -> client.createRequestThrottlingPolicyV2(
                    new CreateRequestThrottlingPolicyV2Request().withInstanceId(GATEWAY).withBody(policy())), 201)
                .answers("201-created").generating("/id", ID).generating("/create_time", TIME),
            SdkCase.of("listRequestThrottlingPolicyV2", "throttle-bound", client -> client.listRequestThrottlingPolicyV2(
                    new ListRequestThrottlingPolicyV2Request().withInstanceId(GATEWAY).withName("throttle_demo")
                        .withPreciseSearch("name")), 200)
                .answers("200-one-policy").patching("/throttles/0/bind_num", 1)
                .patching("/throttles/0/create_time", "2020-07-31T08:44:02Z"),
            SdkCase.of("showDetailsOfRequestThrottlingPolicyV2", "throttle-bound",
                    client -> client.showDetailsOfRequestThrottlingPolicyV2(
                        new ShowDetailsOfRequestThrottlingPolicyV2Request().withInstanceId(GATEWAY)
                            .withThrottleId(POLICY)), 200)
                .answers("200-policy").patching("/bind_num", 1).patching("/create_time", "2020-07-31T08:44:02Z"),
            SdkCase.of("updateRequestThrottlingPolicyV2", "throttle", client -> client.updateRequestThrottlingPolicyV2(
                    new UpdateRequestThrottlingPolicyV2Request().withInstanceId(GATEWAY).withThrottleId(POLICY)
                        .withBody(policy())), 200)
                .answers("200-updated"),
            SdkCase.of("deleteRequestThrottlingPolicyV2", "throttle-special",
                client -> client.deleteRequestThrottlingPolicyV2(new DeleteRequestThrottlingPolicyV2Request()
                    .withInstanceId(GATEWAY).withThrottleId(POLICY)), 204));
    }

    private static List<SdkCase> bindings() {
        return List.of(
            SdkCase.of("associateRequestThrottlingPolicyV2", "throttle-bound",
                    client -> client.associateRequestThrottlingPolicyV2(new AssociateRequestThrottlingPolicyV2Request()
                        .withInstanceId(GATEWAY).withBody(new ThrottleApiBindingCreate().withStrategyId(POLICY)
                            .withPublishIds(List.of("40e7162dc6b94bbbbb1a60d2a24b1b0c")))), 201)
                .answers("201-bound").patching("/throttle_applys/0/apply_time", "2020-08-03T12:25:52Z"),
            SdkCase.of("disassociateRequestThrottlingPolicyV2", "throttle-bound",
                client -> client.disassociateRequestThrottlingPolicyV2(
                    new DisassociateRequestThrottlingPolicyV2Request().withInstanceId(GATEWAY)
                        .withThrottleBindingId(BINDING)), 204),
            SdkCase.of("batchDisassociateThrottlingPolicyV2", "throttle-bound",
                    client -> client.batchDisassociateThrottlingPolicyV2(
                        new BatchDisassociateThrottlingPolicyV2Request().withInstanceId(GATEWAY).withAction("delete")
                            .withBody(new ThrottleBindingBatchDelete().withThrottleBindings(
                                List.of(BINDING, "b11e5970f732440dbea647580647d57f")))), 200)
                .answers("200-partly-removed"),
            SdkCase.of("listApisBindedToRequestThrottlingPolicyV2", "throttle-bound",
                    client -> client.listApisBindedToRequestThrottlingPolicyV2(
                        new ListApisBindedToRequestThrottlingPolicyV2Request().withInstanceId(GATEWAY)
                            .withThrottleId(POLICY)), 200)
                .answers("200-one-api"),
            SdkCase.of("listApisUnbindedToRequestThrottlingPolicyV2", "throttle-bound",
                    client -> client.listApisUnbindedToRequestThrottlingPolicyV2(
                        new ListApisUnbindedToRequestThrottlingPolicyV2Request().withInstanceId(GATEWAY)
                            .withThrottleId(POLICY)), 200)
                .answers("200-two-apis"),
            SdkCase.of("listRequestThrottlingPoliciesBindedToApiV2", "throttle-bound",
                    client -> client.listRequestThrottlingPoliciesBindedToApiV2(
                        new ListRequestThrottlingPoliciesBindedToApiV2Request().withInstanceId(GATEWAY)
                            .withApiId("5f918d104dc84480a75166ba99efff21")), 200)
                .answers("200-one-policy"));
    }

    private static List<SdkCase> specials() {
        return List.of(
            SdkCase.of("createSpecialThrottlingConfigurationV2", "throttle-bound",
                    client -> client.createSpecialThrottlingConfigurationV2(
                        new CreateSpecialThrottlingConfigurationV2Request().withInstanceId(GATEWAY)
                            .withThrottleId(POLICY).withBody(new ThrottleSpecialCreate().withCallLimits(150)
                                .withObjectId("356de8eb7a8742168586e5daf5339965")
                                .withObjectType(ThrottleSpecialCreate.ObjectTypeEnum.APP))), 201)
                .answers("201-created").generating("/id", ID).generating("/apply_time", TIME),
            SdkCase.of("listSpecialThrottlingConfigurationsV2", "throttle-special",
                    client -> client.listSpecialThrottlingConfigurationsV2(
                        new ListSpecialThrottlingConfigurationsV2Request().withInstanceId(GATEWAY)
                            .withThrottleId(POLICY)), 200)
                .answers("200-one-app"),
            SdkCase.of("updateSpecialThrottlingConfigurationV2", "throttle-special",
                    client -> client.updateSpecialThrottlingConfigurationV2(
                        new UpdateSpecialThrottlingConfigurationV2Request().withInstanceId(GATEWAY)
                            .withThrottleId(POLICY).withStrategyId(SPECIAL)
                            .withBody(new ThrottleSpecialUpdate().withCallLimits(200L))), 200)
                .answers("200-updated"),
            SdkCase.of("deleteSpecialThrottlingConfigurationV2", "throttle-special",
                client -> client.deleteSpecialThrottlingConfigurationV2(
                    new DeleteSpecialThrottlingConfigurationV2Request().withInstanceId(GATEWAY)
                        .withThrottleId(POLICY).withStrategyId(SPECIAL)), 204));
    }
}
