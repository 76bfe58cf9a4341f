package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.ApiAuthCreate;
import com.huaweicloud.sdk.apig.v2.model.CancelingAuthorizationV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateAuthorizingAppsV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApisBindedToAppV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApisUnbindedToAppV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListAppsBindedToApiV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about which credentials may call which APIs. */
final class AuthorizationCases {

    private static final String APP = "356de8eb7a8742168586e5daf5339965";
    private static final String API = "5f918d104dc84480a75166ba99efff21";
    private static final String RELEASE = "DEFAULT_ENVIRONMENT_RELEASE_ID";

    private AuthorizationCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createAuthorizingAppsV2", "authorizable", client -> client.createAuthorizingAppsV2(
                    new CreateAuthorizingAppsV2Request().withInstanceId(GATEWAY).withBody(new ApiAuthCreate()
                        .withEnvId(RELEASE).withAppIds(List.of(APP)).withApiIds(List.of(API)))), 201)
                .answers("201-authorised").generating("/auths/0/id", "[0-9a-f]{32}")
                .generating("/auths/0/auth_time", "[0-9-]{10}T[0-9:.]+Z"),
            SdkCase.of("cancelingAuthorizationV2", "authorization", client -> client.cancelingAuthorizationV2(
                new CancelingAuthorizationV2Request().withInstanceId(GATEWAY)
                    .withAppAuthId("dd29b33ae4394e3b924b582c6b40880b")), 204),
            SdkCase.of("listApisBindedToAppV2", "authorization", client -> client.listApisBindedToAppV2(
                    new ListApisBindedToAppV2Request().withInstanceId(GATEWAY).withAppId(APP).withApiName("Api")
                        .withGroupName("group").withEnvId(RELEASE)), 200)
                .answers("200-one-api"),
            SdkCase.of("listApisUnbindedToAppV2", "authorization", client -> client.listApisUnbindedToAppV2(
                    new ListApisUnbindedToAppV2Request().withInstanceId(GATEWAY).withAppId(APP).withEnvId(RELEASE)
                        .withApiName("api")), 200)
                .answers("200-two-apis"),
            SdkCase.of("listAppsBindedToApiV2", "authorization", client -> client.listAppsBindedToApiV2(
                    new ListAppsBindedToApiV2Request().withInstanceId(GATEWAY).withApiId(API).withAppName("app")), 200)
                .answers("200-one-app").patching("/auths/0/api_remark", "Web backend Api"));
    }
}
