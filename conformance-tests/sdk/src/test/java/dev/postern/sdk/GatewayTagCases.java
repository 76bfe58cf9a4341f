package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.BatchCreateOrDeleteInstanceTagsRequest;
import com.huaweicloud.sdk.apig.v2.model.ListInstanceTagsRequest;
import com.huaweicloud.sdk.apig.v2.model.ListProjectInstanceTagsRequest;
import com.huaweicloud.sdk.apig.v2.model.TmsKeyValue;
import com.huaweicloud.sdk.apig.v2.model.TmsUpdatePublicReq;

import java.util.List;

/** The calls about tags of gateways. */
final class GatewayTagCases {

    private static final String INSTANCE = "e120108ac331422cb539d8609e9a7bb2";

    private GatewayTagCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("batchCreateOrDeleteInstanceTags", "tags", client -> client.batchCreateOrDeleteInstanceTags(
                new BatchCreateOrDeleteInstanceTagsRequest().withInstanceId(INSTANCE)
                    .withBody(new TmsUpdatePublicReq().withAction(TmsUpdatePublicReq.ActionEnum.CREATE)
                        .withTags(List.of(new TmsKeyValue().withKey("test-key").withValue("test-value"))))), 204),
            // The SDK knows nothing of the gateway beside its tags.
            SdkCase.of("listInstanceTags", "tags", client -> client.listInstanceTags(
                    new ListInstanceTagsRequest().withInstanceId(INSTANCE)), 200)
                .answers("200-one-tag").patching("resource_id", null).patching("resource_name", null),
            SdkCase.of("listProjectInstanceTags", "project-tags", client -> client.listProjectInstanceTags(
                new ListProjectInstanceTagsRequest()), 200).answers("200-two-values"));
    }
}
