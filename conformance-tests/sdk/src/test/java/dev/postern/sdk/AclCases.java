package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.AclBindingBatchDelete;
import com.huaweicloud.sdk.apig.v2.model.BatchDeleteApiAclBindingV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about access control policies. */
final class AclCases {

    private AclCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("batchDeleteApiAclBindingV2", "acl", client -> client.batchDeleteApiAclBindingV2(
                    new BatchDeleteApiAclBindingV2Request().withInstanceId(GATEWAY).withAction("delete")
                        .withBody(new AclBindingBatchDelete().withAclBindings(
                            List.of("332c5db1458a477b89b2ea741fec94a3", "3a68d39f115d4c128fccd6f624ea6109")))), 200)
                .answers("200-partly-removed"));
    }
}
