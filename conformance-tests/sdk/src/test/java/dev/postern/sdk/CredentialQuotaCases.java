package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.AppQuotaCreate;
import com.huaweicloud.sdk.apig.v2.model.AssociateAppsForAppQuotaRequest;
import com.huaweicloud.sdk.apig.v2.model.CreateAppQuotaBindingApp;
import com.huaweicloud.sdk.apig.v2.model.CreateAppQuotaRequest;
import com.huaweicloud.sdk.apig.v2.model.DeleteAppQuotaRequest;
import com.huaweicloud.sdk.apig.v2.model.DisassociateAppQuotaWithAppRequest;
import com.huaweicloud.sdk.apig.v2.model.ListAppQuotaBindableAppsRequest;
import com.huaweicloud.sdk.apig.v2.model.ListAppQuotaBoundAppsRequest;
import com.huaweicloud.sdk.apig.v2.model.ListAppQuotasRequest;
import com.huaweicloud.sdk.apig.v2.model.ShowAppQuotaRequest;
import com.huaweicloud.sdk.apig.v2.model.UpdateAppQuotaRequest;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about quotas of credentials. */
final class CredentialQuotaCases {

    private static final String QUOTA = "c900c5612dbe451bb43cbcc49cfaf2f3";
    private static final String APP = "98df09fb-d459-4cbf-83a7-2b55ca6f3d5d";
    private static final String TIME = "[0-9-]{10}T[0-9:.]+Z";

    private CredentialQuotaCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createAppQuota", "one-gateway", client -> client.createAppQuota(
                    new CreateAppQuotaRequest().withInstanceId(GATEWAY).withBody(daily())), 201)
                .answers("201-created").generating("app_quota_id", "[0-9a-f]{32}")
                .generating("create_time", "[0-9-]{10}T[0-9:.]+\\+08:00"),
            SdkCase.of("listAppQuotas", "credential-quota", client -> client.listAppQuotas(
                    new ListAppQuotasRequest().withInstanceId(GATEWAY).withName("Quota")), 200)
                .answers("200-one-quota").patching("/quotas/0/bound_app_num", 1),
            SdkCase.of("showAppQuota", "credential-quota", client -> client.showAppQuota(
                    new ShowAppQuotaRequest().withInstanceId(GATEWAY).withAppQuotaId(QUOTA)), 200)
                .answers("200-shown").patching("bound_app_num", 1),
            SdkCase.of("updateAppQuota", "credential-quota", client -> client.updateAppQuota(
                    new UpdateAppQuotaRequest().withInstanceId(GATEWAY).withAppQuotaId(QUOTA).withBody(daily())), 200)
                .answers("200-changed").patching("bound_app_num", 1),
            SdkCase.of("deleteAppQuota", "credential-quota", client -> client.deleteAppQuota(
                new DeleteAppQuotaRequest().withInstanceId(GATEWAY).withAppQuotaId(QUOTA)), 204),
            SdkCase.of("associateAppsForAppQuota", "credential-quota", client -> client.associateAppsForAppQuota(
                    new AssociateAppsForAppQuotaRequest().withInstanceId(GATEWAY).withAppQuotaId(QUOTA)
                        .withBody(new CreateAppQuotaBindingApp().withAppIds(List.of(APP)))), 201)
                .answers("201-bound").generating("/applies/0/bound_time", TIME),
            SdkCase.of("disassociateAppQuotaWithApp", "credential-quota", client -> client.disassociateAppQuotaWithApp(
                new DisassociateAppQuotaWithAppRequest().withInstanceId(GATEWAY).withAppQuotaId(QUOTA).withAppId(APP)), 204),
            SdkCase.of("listAppQuotaBoundApps", "credential-quota", client -> client.listAppQuotaBoundApps(
                    new ListAppQuotaBoundAppsRequest().withInstanceId(GATEWAY).withAppQuotaId(QUOTA).withAppName("app")), 200)
                .answers("200-one-app"),
            SdkCase.of("listAppQuotaBindableApps", "credential-quota", client -> client.listAppQuotaBindableApps(
                    new ListAppQuotaBindableAppsRequest().withInstanceId(GATEWAY).withAppQuotaId(QUOTA)
                        .withAppName("app")), 200)
                .answers("200-one-app"));
    }

    private static AppQuotaCreate daily() {
        return new AppQuotaCreate().withName("ClientQuota_demo").withCallLimits(1000)
            .withTimeUnit(AppQuotaCreate.TimeUnitEnum.DAY).withTimeInterval(1).withResetTime("2020-09-20 00:00:00");
    }
}
