package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.AddEipV2Request;
import com.huaweicloud.sdk.apig.v2.model.AddEngressEipV2Request;
import com.huaweicloud.sdk.apig.v2.model.AddIngressEipV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateInstanceV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreatePostPayResizeOrderRequest;
import com.huaweicloud.sdk.apig.v2.model.DeleteInstancesV2Request;
import com.huaweicloud.sdk.apig.v2.model.EipBindReq;
import com.huaweicloud.sdk.apig.v2.model.InstanceCreateReq;
import com.huaweicloud.sdk.apig.v2.model.InstanceModReq;
import com.huaweicloud.sdk.apig.v2.model.ListAvailableZonesV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListInstancesV2Request;
import com.huaweicloud.sdk.apig.v2.model.OpenEngressEipReq;
import com.huaweicloud.sdk.apig.v2.model.OpenIngressEipReq;
import com.huaweicloud.sdk.apig.v2.model.RemoveEipV2Request;
import com.huaweicloud.sdk.apig.v2.model.RemoveEngressEipV2Request;
import com.huaweicloud.sdk.apig.v2.model.RemoveIngressEipV2Request;
import com.huaweicloud.sdk.apig.v2.model.ResizeInstanceReq;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfInstanceProgressV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfInstanceV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowRestrictionOfInstanceV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateEngressEipV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateIngressEipV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateInstanceV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about gateways. */
final class GatewayCases {

    private static final String JOB = "JOB-[0-9a-f]{32}";

    private static final String UPDATING = "JOB_ASSIGNED_FOR_UPDATE_0077I:The job " + JOB
        + " is assigned to the instance " + GATEWAY + " for running updating";

    private GatewayCases() {
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
                        .withStatus(ListInstancesV2Request.StatusEnum.RUNNING)), 200)
                .answers("200-two-gateways").inAnyOrder("instances"),
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
            SdkCase.of("updateInstanceV2", "update", client -> client.updateInstanceV2(new UpdateInstanceV2Request()
                    .withInstanceId(GATEWAY).withBody(new InstanceModReq().withInstanceName("apig-demo")
                        .withDescription("test create instance"))), 200).answers("200-changed"),
            SdkCase.of("addEipV2", "one-gateway", client -> client.addEipV2(new AddEipV2Request()
                    .withInstanceId(GATEWAY)
                    .withBody(new EipBindReq().withEipId("85392b45-685c-4f77-b19a-14ad875b8190"))), 200)
                .answers("200-bound").generating("eip_address", "203\\.0\\.113\\.[0-9]{1,3}"),
            SdkCase.of("addEngressEipV2", "closed", client -> client.addEngressEipV2(new AddEngressEipV2Request()
                    .withInstanceId(GATEWAY).withBody(new OpenEngressEipReq().withBandwidthSize("5")
                        .withBandwidthChargingMode(OpenEngressEipReq.BandwidthChargingModeEnum.BANDWIDTH))), 200),
            SdkCase.of("updateEngressEipV2", "one-gateway", client -> client.updateEngressEipV2(
                    new UpdateEngressEipV2Request().withInstanceId(GATEWAY)
                        .withBody(new OpenEngressEipReq().withBandwidthSize("5")
                            .withBandwidthChargingMode(OpenEngressEipReq.BandwidthChargingModeEnum.BANDWIDTH))), 200),
            SdkCase.of("addIngressEipV2", "closed", client -> client.addIngressEipV2(new AddIngressEipV2Request()
                    .withInstanceId(GATEWAY).withBody(new OpenIngressEipReq().withBandwidthSize(5)
                        .withBandwidthChargingMode(OpenIngressEipReq.BandwidthChargingModeEnum.BANDWIDTH))), 202)
                .answers("202-accepted").generating("job_id", JOB).generating("message", UPDATING),
            SdkCase.of("updateIngressEipV2", "one-gateway", client -> client.updateIngressEipV2(
                    new UpdateIngressEipV2Request().withInstanceId(GATEWAY)
                        .withBody(new OpenIngressEipReq().withBandwidthSize(5)
                            .withBandwidthChargingMode(OpenIngressEipReq.BandwidthChargingModeEnum.BANDWIDTH))), 202)
                .answers("202-accepted").generating("job_id", JOB).generating("message", UPDATING),
            SdkCase.of("listAvailableZonesV2", "zones", client ->
                client.listAvailableZonesV2(new ListAvailableZonesV2Request()), 200).answers("200-two-zones"),
            SdkCase.of("showDetailsOfInstanceProgressV2", "created", client -> client.showDetailsOfInstanceProgressV2(
                new ShowDetailsOfInstanceProgressV2Request().withInstanceId(GATEWAY)), 200).answers("200-created"),
            SdkCase.of("showRestrictionOfInstanceV2", "created", client -> client.showRestrictionOfInstanceV2(
                new ShowRestrictionOfInstanceV2Request().withInstanceId(GATEWAY)), 200).answers("200-two-networks"));
    }
}
