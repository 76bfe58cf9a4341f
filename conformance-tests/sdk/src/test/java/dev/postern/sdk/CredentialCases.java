package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.AppResetCreate;
import com.huaweicloud.sdk.apig.v2.model.CreateAppCodeAutoV2Request;
import com.huaweicloud.sdk.apig.v2.model.ResettingAppSecretV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about credentials. */
final class CredentialCases {

    private CredentialCases() {
    }

    static List<SdkCase> all() {
        return List.of(
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
                .generating("create_time", "[0-9-]{10}T[0-9:.]+Z"));
    }
}
