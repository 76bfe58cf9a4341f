package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.AclApiBindingCreate;
import com.huaweicloud.sdk.apig.v2.model.AclBatchDelete;
import com.huaweicloud.sdk.apig.v2.model.AclBindingBatchDelete;
import com.huaweicloud.sdk.apig.v2.model.ApiAclCreate;
import com.huaweicloud.sdk.apig.v2.model.BatchDeleteAclV2Request;
import com.huaweicloud.sdk.apig.v2.model.BatchDeleteApiAclBindingV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateAclStrategyV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateApiAclBindingV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteAclV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteApiAclBindingV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListAclPolicyBindedToApiV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListAclStrategiesV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApisBindedToAclPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApisUnbindedToAclPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfAclPolicyV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateAclStrategyV2Request;

import java.util.List;
import java.util.stream.Stream;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about access control policies and their bindings. */
final class AclCases {

    private static final String POLICY = "7eb619ecf2a24943b099833cd24a01ba";
    private static final String OTHER = "3a68d39f115d4c128fccd6f624ea6109";
    private static final String BINDING = "332c5db1458a477b89b2ea741fec94a3";
    private static final String ID = "[0-9a-f]{32}";
    private static final String TIME = "2[0-9]{3}-.*Z";

    private AclCases() {
    }

    static List<SdkCase> all() {
        return Stream.of(policies(), bindings()).flatMap(List::stream).toList();
    }

    private static ApiAclCreate policy(String name) {
        return new ApiAclCreate().withAclName(name).withAclType(ApiAclCreate.AclTypeEnum.PERMIT)
            .withAclValue("192.168.1.5,192.168.10.1").withEntityType(ApiAclCreate.EntityTypeEnum.IP);
    }

    private static List<SdkCase> policies() {
        return List.of(
            SdkCase.of("createAclStrategyV2", "acl", client -> client.createAclStrategyV2(
                    new CreateAclStrategyV2Request().withInstanceId(GATEWAY).withBody(policy("acl_new"))), 201)
                .answers("201-created").patching("/acl_name", "acl_new")
                .generating("/id", ID).generating("/update_time", TIME),
            SdkCase.of("listAclStrategiesV2", "acl", client -> client.listAclStrategiesV2(
                    new ListAclStrategiesV2Request().withInstanceId(GATEWAY).withName("acl_demo")
                        .withPreciseSearch("name")), 200)
                .answers("200-one-policy").patching("/acls/0/bind_num", 1),
            SdkCase.of("showDetailsOfAclPolicyV2", "acl", client -> client.showDetailsOfAclPolicyV2(
                    new ShowDetailsOfAclPolicyV2Request().withInstanceId(GATEWAY).withAclId(POLICY)), 200)
                .answers("200-policy"),
            SdkCase.of("updateAclStrategyV2", "acl", client -> client.updateAclStrategyV2(
                    new UpdateAclStrategyV2Request().withInstanceId(GATEWAY).withAclId(POLICY)
                        .withBody(policy("acl_demo"))), 200)
                .answers("200-updated").generating("/update_time", TIME),
            SdkCase.of("deleteAclV2", "acl", client -> client.deleteAclV2(
                new DeleteAclV2Request().withInstanceId(GATEWAY).withAclId(OTHER)), 204),
            SdkCase.of("batchDeleteAclV2", "acl", client -> client.batchDeleteAclV2(
                    new BatchDeleteAclV2Request().withInstanceId(GATEWAY).withAction("delete")
                        .withBody(new AclBatchDelete().withAcls(List.of(POLICY, OTHER)))), 200)
                .answers("200-partly-deleted"));
    }

    private static List<SdkCase> bindings() {
        return List.of(
            SdkCase.of("createApiAclBindingV2", "acl", client -> client.createApiAclBindingV2(
                    new CreateApiAclBindingV2Request().withInstanceId(GATEWAY).withBody(new AclApiBindingCreate()
                        .withAclId(POLICY).withPublishIds(List.of("40e7162dc6b94bbbbb1a60d2a24b1b0c")))), 201)
                .answers("201-bound").patching("/acl_bindings/0/create_time", "2020-08-04T08:58:03Z"),
            SdkCase.of("deleteApiAclBindingV2", "acl", client -> client.deleteApiAclBindingV2(
                new DeleteApiAclBindingV2Request().withInstanceId(GATEWAY).withAclBindingsId(BINDING)), 204),
            SdkCase.of("batchDeleteApiAclBindingV2", "acl", client -> client.batchDeleteApiAclBindingV2(
                    new BatchDeleteApiAclBindingV2Request().withInstanceId(GATEWAY).withAction("delete")
                        .withBody(new AclBindingBatchDelete().withAclBindings(List.of(BINDING, OTHER)))), 200)
                .answers("200-partly-removed"),
            SdkCase.of("listAclPolicyBindedToApiV2", "acl", client -> client.listAclPolicyBindedToApiV2(
                    new ListAclPolicyBindedToApiV2Request().withInstanceId(GATEWAY)
                        .withApiId("5f918d104dc84480a75166ba99efff21")), 200)
                .answers("200-one-policy"),
            SdkCase.of("listApisBindedToAclPolicyV2", "acl", client -> client.listApisBindedToAclPolicyV2(
                    new ListApisBindedToAclPolicyV2Request().withInstanceId(GATEWAY).withAclId(POLICY)), 200)
                .answers("200-one-api"),
            SdkCase.of("listApisUnbindedToAclPolicyV2", "acl", client -> client.listApisUnbindedToAclPolicyV2(
                    new ListApisUnbindedToAclPolicyV2Request().withInstanceId(GATEWAY).withAclId(POLICY)), 200)
                .answers("200-one-api"));
    }
}
