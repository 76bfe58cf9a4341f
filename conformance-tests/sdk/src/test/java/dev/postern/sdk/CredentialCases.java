package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.AppAclCreate;
import com.huaweicloud.sdk.apig.v2.model.AppCodeCreate;
import com.huaweicloud.sdk.apig.v2.model.AppCreate;
import com.huaweicloud.sdk.apig.v2.model.AppResetCreate;
import com.huaweicloud.sdk.apig.v2.model.CheckAppV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateAnAppV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateAppCodeAutoV2Request;
import com.huaweicloud.sdk.apig.v2.model.CreateAppCodeV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteAppAclRequest;
import com.huaweicloud.sdk.apig.v2.model.DeleteAppCodeV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteAppV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListAppCodesV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListAppsV2Request;
import com.huaweicloud.sdk.apig.v2.model.ResettingAppSecretV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowAppBoundAppQuotaRequest;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfAppAclRequest;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfAppCodeV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfAppV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateAppAclRequest;
import com.huaweicloud.sdk.apig.v2.model.UpdateAppV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about credentials. */
final class CredentialCases {

    private static final String APP = "356de8eb7a8742168586e5daf5339965";
    private static final String APP_WITH_CODES = "9ed8b7fe84224de681e7d7a5587e76dc";
    private static final String CODE = "b3d34f746d0847fb95138670e10207ed";
    private static final String ID = "[0-9a-f]{32}";
    private static final String TIME = "[0-9-]{10}T[0-9:.]+Z";

    private CredentialCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createAnAppV2", "one-gateway", client -> client.createAnAppV2(
                    new CreateAnAppV2Request().withInstanceId(GATEWAY)
                        .withBody(new AppCreate().withName("app_demo").withRemark("Demo app"))), 201)
                .answers("201-created").generating("id", ID).generating("app_key", ID)
                .generating("app_secret", "[A-Za-z0-9][A-Za-z0-9_!@#$%-]{7,127}")
                .generating("register_time", TIME).generating("update_time", TIME),
            SdkCase.of("listAppsV2", "apps", client -> client.listAppsV2(new ListAppsV2Request()
                    .withInstanceId(GATEWAY).withName("app").withCreator("USER").withStatus(1)), 200)
                .answers("200-two-apps"),
            SdkCase.of("showDetailsOfAppV2", "apps", client -> client.showDetailsOfAppV2(
                new ShowDetailsOfAppV2Request().withInstanceId(GATEWAY).withAppId(APP)), 200).answers("200-shown"),
            SdkCase.of("updateAppV2", "apps", client -> client.updateAppV2(
                    new UpdateAppV2Request().withInstanceId(GATEWAY).withAppId(APP)
                        .withBody(new AppCreate().withName("app_demo").withRemark("Demo app"))), 200)
                .answers("200-changed").patching("register_time", "2020-08-03T13:09:13Z").generating("update_time", TIME),
            SdkCase.of("deleteAppV2", "credential", client -> client.deleteAppV2(
                new DeleteAppV2Request().withInstanceId(GATEWAY).withAppId(APP)), 204),
            SdkCase.of("checkAppV2", "credential", client -> client.checkAppV2(
                new CheckAppV2Request().withInstanceId(GATEWAY).withAppId(APP)), 200).answers("200-exists"),
            SdkCase.of("resettingAppSecretV2", "credential", client -> client.resettingAppSecretV2(
                    new ResettingAppSecretV2Request().withInstanceId(GATEWAY).withAppId(APP)
                        .withBody(new AppResetCreate().withAppSecret("1ff************9a4"))), 200)
                .answers("200-reset"),
            SdkCase.of("createAppCodeV2", "app-codes", client -> client.createAppCodeV2(
                    new CreateAppCodeV2Request().withInstanceId(GATEWAY).withAppId(APP_WITH_CODES)
                        .withBody(new AppCodeCreate().withAppCode("GjOD3g80AABuuFeEJpVQADBlAjBh3UzC7W+gr4VJBB5BtJ4fdVOQoSvo"
                            + "ji3gFxUDb5pWBz9wUcw9+8/bFZ1B/4pq29wCMQC0pQWX6zTndljDEl99As1pw+WntAU9xcq+ffagoH6zDpKUvdxV6Ezj8L"
                            + "cCcPZN6BU="))), 201)
                .answers("201-created").generating("id", ID).generating("create_time", TIME),
            SdkCase.of("createAppCodeAutoV2", "credential", client -> client.createAppCodeAutoV2(
                    new CreateAppCodeAutoV2Request().withInstanceId(GATEWAY).withAppId(APP)), 201)
                .answers("201-created").generating("id", ID).generating("app_id", ID)
                .generating("app_code", "[A-Za-z0-9+/][A-Za-z0-9+_!@#$%/=-]{63,179}").generating("create_time", TIME),
            SdkCase.of("listAppCodesV2", "app-codes", client -> client.listAppCodesV2(
                    new ListAppCodesV2Request().withInstanceId(GATEWAY).withAppId(APP_WITH_CODES)), 200)
                .answers("200-two-codes"),
            SdkCase.of("showDetailsOfAppCodeV2", "app-codes", client -> client.showDetailsOfAppCodeV2(
                    new ShowDetailsOfAppCodeV2Request().withInstanceId(GATEWAY).withAppId(APP_WITH_CODES)
                        .withAppCodeId(CODE)), 201)
                .answers("201-shown"),
            SdkCase.of("deleteAppCodeV2", "app-codes", client -> client.deleteAppCodeV2(
                new DeleteAppCodeV2Request().withInstanceId(GATEWAY).withAppId(APP_WITH_CODES).withAppCodeId(CODE)), 204),
            SdkCase.of("showDetailsOfAppAcl", "app-acl", client -> client.showDetailsOfAppAcl(
                    new ShowDetailsOfAppAclRequest().withInstanceId(GATEWAY).withAppId(APP_WITH_CODES)), 200)
                .answers("200-permitting"),
            SdkCase.of("updateAppAcl", "app-codes", client -> client.updateAppAcl(
                    new UpdateAppAclRequest().withInstanceId(GATEWAY).withAppId(APP_WITH_CODES)
                        .withBody(new AppAclCreate().withAppAclType("PERMIT").withAppAclValues(
                            List.of("192.168.0.1", "192.168.0.5-192.168.0.10", "192.168.0.100/28")))), 201)
                .answers("201-permitting"),
            SdkCase.of("deleteAppAcl", "app-acl", client -> client.deleteAppAcl(
                new DeleteAppAclRequest().withInstanceId(GATEWAY).withAppId(APP_WITH_CODES)), 204),
            SdkCase.of("showAppBoundAppQuota", "credential-quota", client -> client.showAppBoundAppQuota(
                    new ShowAppBoundAppQuotaRequest().withInstanceId(GATEWAY)
                        .withAppId("98df09fb-d459-4cbf-83a7-2b55ca6f3d5d")), 200)
                .answers("200-bound").patching("remark", null));
    }
}
