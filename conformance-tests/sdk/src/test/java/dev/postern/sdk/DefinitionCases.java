package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.ApiActionInfo;
import com.huaweicloud.sdk.apig.v2.model.ApiBackendVpcReq;
import com.huaweicloud.sdk.apig.v2.model.ApiBatchPublish;
import com.huaweicloud.sdk.apig.v2.model.ApiCheckInfoV2;
import com.huaweicloud.sdk.apig.v2.model.ApiConditionBase;
import com.huaweicloud.sdk.apig.v2.model.ApiCreate;
import com.huaweicloud.sdk.apig.v2.model.ApiDebugInfo;
import com.huaweicloud.sdk.apig.v2.model.ApiMockCreate;
import com.huaweicloud.sdk.apig.v2.model.ApiPolicyMockCreate;
import com.huaweicloud.sdk.apig.v2.model.ApiVersion;
import com.huaweicloud.sdk.apig.v2.model.BackendApiCreate;
import com.huaweicloud.sdk.apig.v2.model.BackendParamBase;
import com.huaweicloud.sdk.apig.v2.model.BatchPublishOrOfflineApiV2Request;
import com.huaweicloud.sdk.apig.v2.model.ChangeApiVersionV2Request;
import com.huaweicloud.sdk.apig.v2.model.CheckApisV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateApiV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateOrDeletePublishRecordForApiV2Request;
import com.huaweicloud.sdk.apig.v2.model.DebugApiV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteApiByVersionIdV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteApiV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApiRuntimeDefinitionV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApiVersionDetailV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApiVersionsV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApisV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListTagsV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfApiV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateApiV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about the definitions of APIs. */
final class DefinitionCases {

    private static final String API = "5f918d104dc84480a75166ba99efff21";
    private static final String MOCK = "3a955b791bd24b1c9cd94c745f8d1aad";
    private static final String GROUP = "c77f5e81d9cb4424bf704ef2b0ac7600";
    private static final String RELEASE = "DEFAULT_ENVIRONMENT_RELEASE_ID";
    private static final String VERSION = "ee1a5a38d3d3493abf1dc4ed6cacfa0b";
    private static final String ID = "[0-9a-f]{32}";
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z";
    private static final String SUBDOMAIN = GROUP + "\\.apic\\..+";

    private DefinitionCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createApiV2", "definition-empty", client -> client.createApiV2(
                    new CreateApiV2Request().withInstanceId(GATEWAY).withBody(mock())), 201)
                .answers("201-mock").generating("id", ID).generating("register_time", TIME).generating("update_time", TIME)
                .generating("/mock_info/id", ID).generating("/mock_info/register_time", TIME)
                .generating("/mock_info/update_time", TIME).generating("/policy_mocks/0/id", ID)
                .generating("/policy_mocks/0/conditions/0/id", ID),
            SdkCase.of("showDetailsOfApiV2", "definition", client -> client.showDetailsOfApiV2(
                    new ShowDetailsOfApiV2Request().withInstanceId(GATEWAY).withApiId(API)), 200)
                .answers("200-api"),
            SdkCase.of("listApisV2", "definition", client -> client.listApisV2(
                    new ListApisV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)), 200)
                .answers("200-three-apis")
                .patching("/apis/0/result_normal_sample", "Example success response")
                .patching("/apis/0/result_failure_sample", "Example failure response"),
            SdkCase.of("updateApiV2", "definition", client -> client.updateApiV2(
                    new UpdateApiV2Request().withInstanceId(GATEWAY).withApiId(API).withBody(web())), 200)
                .answers("200-updated").generating("update_time", TIME).generating("/backend_api/update_time", TIME)
                .generating("/backend_params/0/id", ID).generating("/backend_params/1/id", ID),
            SdkCase.of("deleteApiV2", "definition", client -> client.deleteApiV2(
                new DeleteApiV2Request().withInstanceId(GATEWAY).withApiId(API)), 204),
            SdkCase.of("checkApisV2", "definition", client -> client.checkApisV2(
                new CheckApisV2Request().withInstanceId(GATEWAY).withBody(new ApiCheckInfoV2()
                    .withType(ApiCheckInfoV2.TypeEnum.NAME).withName("api_demo"))), 204),
            SdkCase.of("createOrDeletePublishRecordForApiV2", "definition",
                    client -> client.createOrDeletePublishRecordForApiV2(new CreateOrDeletePublishRecordForApiV2Request()
                        .withInstanceId(GATEWAY).withBody(new ApiActionInfo()
                            .withAction(ApiActionInfo.ActionEnum.ONLINE).withApiId(API).withEnvId(RELEASE))), 201)
                .answers("201-published").generating("publish_id", ID).generating("version_id", ID)
                .generating("publish_time", TIME),
            SdkCase.of("batchPublishOrOfflineApiV2", "definition", client -> client.batchPublishOrOfflineApiV2(
                    new BatchPublishOrOfflineApiV2Request().withInstanceId(GATEWAY).withAction("online")
                        .withBody(new ApiBatchPublish().withApis(List.of(MOCK, "abd9c4b2ff974888b0ba79be7e6b2762"))
                            .withEnvId(RELEASE).withGroupId(GROUP).withRemark("Published to the production environment"))), 200)
                .answers("200-partly-published").generating("/success/0/publish_id", ID)
                .generating("/success/0/version_id", ID),
            SdkCase.of("listApiVersionsV2", "definition-published", client -> client.listApiVersionsV2(
                    new ListApiVersionsV2Request().withInstanceId(GATEWAY).withApiId(API).withEnvName("RELEASE")), 200)
                .answers("200-one-version"),
            SdkCase.of("changeApiVersionV2", "definition-published", client -> client.changeApiVersionV2(
                    new ChangeApiVersionV2Request().withInstanceId(GATEWAY).withApiId(API)
                        .withBody(new ApiVersion().withVersionId(VERSION))), 200)
                .answers("200-switched").generating("publish_time", TIME),
            SdkCase.of("listApiVersionDetailV2", "definition-published", client -> client.listApiVersionDetailV2(
                    new ListApiVersionDetailV2Request().withInstanceId(GATEWAY).withVersionId(VERSION)), 200)
                .answers("200-version").generating("/sl_domain", SUBDOMAIN)
                .generating("/sl_domains/0", SUBDOMAIN).generating("/sl_domains/1", SUBDOMAIN),
            SdkCase.of("deleteApiByVersionIdV2", "definition-published", client -> client.deleteApiByVersionIdV2(
                new DeleteApiByVersionIdV2Request().withInstanceId(GATEWAY).withVersionId(VERSION)), 204),
            SdkCase.of("listApiRuntimeDefinitionV2", "definition-published", client -> client.listApiRuntimeDefinitionV2(
                    new ListApiRuntimeDefinitionV2Request().withInstanceId(GATEWAY).withApiId(API).withEnvId(RELEASE)), 200)
                .answers("200-runtime").generating("/sl_domain", SUBDOMAIN)
                .generating("/sl_domains/0", SUBDOMAIN).generating("/sl_domains/1", SUBDOMAIN),
            SdkCase.of("debugApiV2", "definition", client -> client.debugApiV2(
                    new DebugApiV2Request().withInstanceId(GATEWAY).withApiId(MOCK).withBody(new ApiDebugInfo()
                        .withMode("DEVELOPER").withScheme("HTTPS").withMethod(ApiDebugInfo.MethodEnum.GET)
                        .withPath("/test/mock"))), 200)
                .answers("200-debugged").generating("request", "(?s)GET /test/mock HTTP/1.1\n.+X-Apig-Mode: debug\n\n")
                .generating("response", "(?s)HTTP/1.1 200 OK\n.+\n\nmock success").generating("latency", "\\d+"),
            SdkCase.of("listTagsV2", "definition", client -> client.listTagsV2(
                    new ListTagsV2Request().withInstanceId(GATEWAY).withLimit(2)), 200)
                .answers("200-two-tags").patching("/total", 3));
    }

    private static ApiCreate mock() {
        return new ApiCreate().withGroupId(GROUP).withMatchMode(ApiCreate.MatchModeEnum.SWA).withName("Api_mock")
            .withAuthType(ApiCreate.AuthTypeEnum.IAM).withBackendType(ApiCreate.BackendTypeEnum.MOCK)
            .withMockInfo(new ApiMockCreate().withResultContent("mock success"))
            .withPolicyMocks(List.of(new ApiPolicyMockCreate().withName("Mock policy backend")
                .withEffectMode(ApiPolicyMockCreate.EffectModeEnum.ANY).withResultContent("mock policy success")
                .withConditions(List.of(new ApiConditionBase()
                    .withConditionOrigin(ApiConditionBase.ConditionOriginEnum.SOURCE).withConditionValue("1.0.1.0")))))
            .withReqProtocol(ApiCreate.ReqProtocolEnum.HTTPS).withReqUri("/test/mock").withRemark("Mock backend API")
            .withType(ApiCreate.TypeEnum.NUMBER_1).withReqMethod(ApiCreate.ReqMethodEnum.GET)
            .withResultNormalSample("Example success response").withResultFailureSample("Example failure response")
            .withTags(List.of("mockApi"));
    }

    private static ApiCreate web() {
        return new ApiCreate().withGroupId(GROUP).withMatchMode(ApiCreate.MatchModeEnum.NORMAL).withName("Api_http")
            .withAuthType(ApiCreate.AuthTypeEnum.APP).withBackendType(ApiCreate.BackendTypeEnum.HTTP)
            .withBackendApi(new BackendApiCreate()
                .withVpcChannelStatus(BackendApiCreate.VpcChannelStatusEnum.NUMBER_1)
                .withVpcChannelInfo(new ApiBackendVpcReq().withVpcChannelId("56a7d7358e1b42459c9d730d65b14e59")
                    .withVpcChannelProxyHost("www.example.com"))
                .withReqProtocol(BackendApiCreate.ReqProtocolEnum.HTTPS)
                .withReqMethod(BackendApiCreate.ReqMethodEnum.GET).withReqUri("/test/benchmark").withTimeout(5000)
                .withRetryCount("-1"))
            .withCors(false).withReqProtocol(ApiCreate.ReqProtocolEnum.HTTPS).withReqUri("/test/http")
            .withRemark("Web backend API").withType(ApiCreate.TypeEnum.NUMBER_1)
            .withReqMethod(ApiCreate.ReqMethodEnum.GET).withResultNormalSample("Example success response")
            .withResultFailureSample("Example failure response")
            .withBackendParams(List.of(
                new BackendParamBase().withName("X-CONSTANT-HEADER").withValue("demo")
                    .withLocation(BackendParamBase.LocationEnum.HEADER).withOrigin(BackendParamBase.OriginEnum.CONSTANT)
                    .withRemark("constant_demo"),
                new BackendParamBase().withName("app-id").withValue("$context.appId")
                    .withLocation(BackendParamBase.LocationEnum.HEADER).withOrigin(BackendParamBase.OriginEnum.SYSTEM)
                    .withRemark("App ID of the API caller")))
            .withTags(List.of("webApi"));
    }
}
