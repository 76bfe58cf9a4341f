package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.ApiGroupBase;
import com.huaweicloud.sdk.apig.v2.model.ApiGroupCheck;
import com.huaweicloud.sdk.apig.v2.model.ApiGroupCreate;
import com.huaweicloud.sdk.apig.v2.model.CheckApiGroupsV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateApiGroupV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteApiGroupV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApiGroupsV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfApiGroupV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateApiGroupV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about API groups. */
final class GroupCases {

    private static final String GROUP = "c77f5e81d9cb4424bf704ef2b0ac7600";
    private static final String SUBDOMAIN = "[0-9a-f]{32}\\.apic\\..+";
    private static final String TIME = "[0-9-]{10}T[0-9:.]+Z";

    private GroupCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createApiGroupV2", "one-gateway", client -> client.createApiGroupV2(
                    new CreateApiGroupV2Request().withInstanceId(GATEWAY)
                        .withBody(new ApiGroupCreate().withName("api_group_001").withRemark("API group 1"))), 201)
                .answers("201-created").generating("id", "[0-9a-f]{32}").generating("sl_domain", SUBDOMAIN)
                .generating("/sl_domains/0", SUBDOMAIN).generating("/sl_domains/1", SUBDOMAIN)
                .generating("register_time", TIME).generating("update_time", TIME),
            SdkCase.of("listApiGroupsV2", "group", client -> client.listApiGroupsV2(
                    new ListApiGroupsV2Request().withInstanceId(GATEWAY).withOffset(0L).withLimit(20)
                        .withName("api_group")), 200).answers("200-two-groups"),
            SdkCase.of("showDetailsOfApiGroupV2", "group", client -> client.showDetailsOfApiGroupV2(
                    new ShowDetailsOfApiGroupV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)), 200)
                .answers("200-group"),
            SdkCase.of("updateApiGroupV2", "group", client -> client.updateApiGroupV2(
                    new UpdateApiGroupV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)
                        .withBody(new ApiGroupBase().withName("api_group_001").withRemark("API group 1"))), 200)
                .answers("200-updated").generating("update_time", TIME),
            SdkCase.of("deleteApiGroupV2", "group", client -> client.deleteApiGroupV2(
                new DeleteApiGroupV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)), 204),
            SdkCase.of("checkApiGroupsV2", "group", client -> client.checkApiGroupsV2(
                new CheckApiGroupsV2Request().withInstanceId(GATEWAY)
                    .withBody(new ApiGroupCheck().withGroupName("ApiGroup_demo"))), 204));
    }
}
