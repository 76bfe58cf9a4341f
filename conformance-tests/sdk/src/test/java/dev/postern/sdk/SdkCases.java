package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.AclBindingBatchDelete;
import com.huaweicloud.sdk.apig.v2.model.ApiOperPluginInfo;
import com.huaweicloud.sdk.apig.v2.model.AppResetCreate;
import com.huaweicloud.sdk.apig.v2.model.BatchDeleteApiAclBindingV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateAppCodeAutoV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateInstanceV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreatePostPayResizeOrderRequest;
import com.huaweicloud.sdk.apig.v2.model.DeleteInstancesV2Request;
import com.huaweicloud.sdk.apig.v2.model.DetachPluginFromApiRequest;
import com.huaweicloud.sdk.apig.v2.model.InstanceCreateReq;
import com.huaweicloud.sdk.apig.v2.model.ListInstancesV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListLatelyGroupStatisticsV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListPluginAttachedApisRequest;
import com.huaweicloud.sdk.apig.v2.model.RemoveEngressEipV2Request;
import com.huaweicloud.sdk.apig.v2.model.RemoveEipV2Request;
import com.huaweicloud.sdk.apig.v2.model.RemoveIngressEipV2Request;
import com.huaweicloud.sdk.apig.v2.model.ResettingAppSecretV2Request;
import com.huaweicloud.sdk.apig.v2.model.ResizeInstanceReq;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfDomainNameCertificateV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfInstanceV2Request;
import com.huaweicloud.sdk.apig.v2.model.ThrottleBaseInfo;
import com.huaweicloud.sdk.apig.v2.model.UpdateRequestThrottlingPolicyV2Request;

import java.util.List;

/** The calls of the vendor's SDK: one or more for each operation that is served, each with its documented answer. */
final class SdkCases {

    private static final String GATEWAY = "6a7d71827fd54572b1f31aa9548fcc81";
    private static final String JOB = "JOB-[0-9a-f]{32}";

    private SdkCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createInstanceV2", "empty", client -> client.createInstanceV2(new CreateInstanceV2Request()
                    .withBody(new InstanceCreateReq().withInstanceName("apig-demo")
                        .withDescription("test create instance").withSpecId(InstanceCreateReq.SpecIdEnum.PROFESSIONAL)
                        .withAvailableZoneIds(List.of("xx-xxx-7b", "xx-xxx-7a")).withBandwidthSize(5)
                        .withEipId("41f961ab-2bdd-4ca7-9b59-cfc4fcef10c9").withEnterpriseProjectId("0")
                        .withMaintainBegin("22:00:00").withMaintainEnd("02:00:00")
                        .withSecurityGroupId("36d0ec18-bd10-4da7-86f3-ad7a5ddc55d7")
                        .withSubnetId("a938121c-11c4-4c91-b983-bc9acd347bb5")
                        .withVpcId("0957108c-257c-4ce0-9e93-527d279ce763"))), 202)
                .answers("202-accepted").generating("instance_id", "[0-9a-f]{32}").generating("job_id", JOB)
                .generating("message", "JOB_ASSIGNED_FOR_PROVISIONING_0003I:The job " + JOB
                    + " has been assigned to the instance [0-9a-f]{32} for running provisioning\\."),
            SdkCase.of("listInstancesV2", "two-gateways", client ->
                    client.listInstancesV2(new ListInstancesV2Request().withLimit(20).withOffset(0L)
                        .withStatus(ListInstancesV2Request.StatusEnum.RUNNING)), 200).answers("200-two-gateways"),
            SdkCase.of("showDetailsOfInstanceV2", "details", client -> client.showDetailsOfInstanceV2(
                    new ShowDetailsOfInstanceV2Request().withInstanceId("8dfxxxxxxxxxxxxxxxxxxxxxxxxxx00p")), 200)
                .answers("200-running-gateway").in("78xxxxxxxxxxxxxxxxxxxxxxxxxxxxoi"),
            SdkCase.of("createPostPayResizeOrder", "one-gateway", client -> client.createPostPayResizeOrder(
                    new CreatePostPayResizeOrderRequest().withInstanceId(GATEWAY)
                        .withBody(new ResizeInstanceReq().withSpecId("PROFESSIONAL"))), 202)
                .answers("202-accepted").generating("job_id", JOB)
                .generating("message", "JOB_ASSIGNED_FOR_RESIZE_0086I:The job " + JOB + " is assigned to resize instance\\."),
            SdkCase.of("deleteInstancesV2", "one-gateway", client ->
                client.deleteInstancesV2(new DeleteInstancesV2Request().withInstanceId(GATEWAY)), 204),
            SdkCase.of("removeEipV2", "one-gateway", client ->
                client.removeEipV2(new RemoveEipV2Request().withInstanceId(GATEWAY)), 200),
            SdkCase.of("removeEngressEipV2", "one-gateway", client ->
                client.removeEngressEipV2(new RemoveEngressEipV2Request().withInstanceId(GATEWAY)), 204),
            SdkCase.of("removeIngressEipV2", "one-gateway", client ->
                client.removeIngressEipV2(new RemoveIngressEipV2Request().withInstanceId(GATEWAY)), 204),
            SdkCase.of("updateRequestThrottlingPolicyV2", "throttle", client -> client.updateRequestThrottlingPolicyV2(
                    new UpdateRequestThrottlingPolicyV2Request().withInstanceId(GATEWAY)
                        .withThrottleId("3437448ad06f4e0c91a224183116e965")
                        .withBody(new ThrottleBaseInfo().withName("throttle_demo")
                            .withRemark("Total: 800 calls/second; user: 500 calls/second; app: 300 calls/second; "
                                + "IP address: 600 calls/second")
                            .withType(ThrottleBaseInfo.TypeEnum.NUMBER_1).withTimeInterval(1)
                            .withTimeUnit(ThrottleBaseInfo.TimeUnitEnum.SECOND).withApiCallLimits(800)
                            .withUserCallLimits(500).withAppCallLimits(300).withIpCallLimits(600))), 200)
                .answers("200-updated"),
            SdkCase.of("listPluginAttachedApis", "plugin", client -> client.listPluginAttachedApis(
                    new ListPluginAttachedApisRequest().withInstanceId(GATEWAY)
                        .withPluginId("98df09fb-d459-4cbf-83a7-2b55ca6f3d5d").withApiName("Test").withReqMethod("GET")), 200)
                .answers("200-attached"),
            SdkCase.of("detachPluginFromApi", "plugin", client -> client.detachPluginFromApi(
                    new DetachPluginFromApiRequest().withInstanceId(GATEWAY).withApiId("8aa097b00e9843efabc9c593d11b769d")
                        .withBody(new ApiOperPluginInfo().withEnvId("DEFAULT_ENVIRONMENT_RELEASE_ID")
                            .withPluginIds(List.of("98df09fb-d459-4cbf-83a7-2b55ca6f3d5d")))), 204),
            SdkCase.of("showDetailsOfDomainNameCertificateV2", "domain", client ->
                    client.showDetailsOfDomainNameCertificateV2(new ShowDetailsOfDomainNameCertificateV2Request()
                        .withInstanceId(GATEWAY).withGroupId("c77f5e81d9cb4424bf704ef2b0ac7600")
                        .withDomainId("e5645be23b294acda78765ad8aae1720")
                        .withCertificateId("3d25dd7ee1264e7eb2f9b9b1c3b6c0f1")), 200).answers("200-certificate"),
            SdkCase.of("listLatelyGroupStatisticsV2", "monitoring", client -> client.listLatelyGroupStatisticsV2(
                    new ListLatelyGroupStatisticsV2Request().withInstanceId(GATEWAY)
                        .withGroupId("d0fc4e40b7d1492cba802f667c7c7226")), 200).answers("200-two-minutes"),
            SdkCase.of("resettingAppSecretV2", "credential", client -> client.resettingAppSecretV2(
                    new ResettingAppSecretV2Request().withInstanceId(GATEWAY)
                        .withAppId("356de8eb7a8742168586e5daf5339965")
                        .withBody(new AppResetCreate().withAppSecret("1ff************9a4"))), 200)
                .answers("200-reset"),
            SdkCase.of("createAppCodeAutoV2", "credential", client -> client.createAppCodeAutoV2(
                    new CreateAppCodeAutoV2Request().withInstanceId(GATEWAY)
                        .withAppId("356de8eb7a8742168586e5daf5339965")), 201)
                .answers("201-created").generating("id", "[0-9a-f]{32}").generating("app_id", "[0-9a-f]{32}")
                .generating("app_code", "[A-Za-z0-9+/][A-Za-z0-9+_!@#$%/=-]{63,179}")
                .generating("create_time", "[0-9-]{10}T[0-9:.]+Z"),
            SdkCase.of("batchDeleteApiAclBindingV2", "acl", client -> client.batchDeleteApiAclBindingV2(
                    new BatchDeleteApiAclBindingV2Request().withInstanceId(GATEWAY).withAction("delete")
                        .withBody(new AclBindingBatchDelete().withAclBindings(
                            List.of("332c5db1458a477b89b2ea741fec94a3", "3a68d39f115d4c128fccd6f624ea6109")))), 200)
                .answers("200-partly-removed"));
    }
}
