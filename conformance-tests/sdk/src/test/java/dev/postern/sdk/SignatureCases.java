package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.AssociateSignatureKeyV2Request;
import com.huaweicloud.sdk.apig.v2.model.BaseSignature;
import com.huaweicloud.sdk.apig.v2.model.CreateSignatureKeyV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteSignatureKeyV2Request;
import com.huaweicloud.sdk.apig.v2.model.DisassociateSignatureKeyV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApisBindedToSignatureKeyV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApisNotBoundWithSignatureKeyV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListSignatureKeysBindedToApiV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListSignatureKeysV2Request;
import com.huaweicloud.sdk.apig.v2.model.SignApiBinding;
import com.huaweicloud.sdk.apig.v2.model.UpdateSignatureKeyV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about signature keys and their bindings. */
final class SignatureCases {

    private static final String KEY = "0b0e8f456b8742218af75f945307173c";
    private static final String ID = "[0-9a-f]{32}";
    private static final String TIME = "2[0-9]{3}-.*Z";

    private SignatureCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createSignatureKeyV2", "published-apis", client -> client.createSignatureKeyV2(
                    new CreateSignatureKeyV2Request().withInstanceId(GATEWAY).withBody(new BaseSignature()
                        .withName("signature_demo").withSignKey("signkeysignkey")
                        .withSignSecret("sig************ret"))), 201)
                .answers("201-created").generating("/id", ID).generating("/create_time", TIME)
                .generating("/update_time", TIME),
            SdkCase.of("listSignatureKeysV2", "signatures", client -> client.listSignatureKeysV2(
                    new ListSignatureKeysV2Request().withInstanceId(GATEWAY)), 200)
                .answers("200-two-keys"),
            SdkCase.of("updateSignatureKeyV2", "signature", client -> client.updateSignatureKeyV2(
                    new UpdateSignatureKeyV2Request().withInstanceId(GATEWAY).withSignId(KEY)
                        .withBody(new BaseSignature().withName("signature_demo"))), 200)
                .answers("200-updated").generating("/sign_key", ID).generating("/sign_secret", ID)
                .generating("/update_time", TIME),
            SdkCase.of("deleteSignatureKeyV2", "signature", client -> client.deleteSignatureKeyV2(
                new DeleteSignatureKeyV2Request().withInstanceId(GATEWAY).withSignId(KEY)), 204),
            SdkCase.of("associateSignatureKeyV2", "signature", client -> client.associateSignatureKeyV2(
                    new AssociateSignatureKeyV2Request().withInstanceId(GATEWAY).withBody(new SignApiBinding()
                        .withSignId(KEY).withPublishIds(List.of("40e7162dc6b94bbbbb1a60d2a24b1b0c")))), 201)
                .answers("201-bound").patching("/bindings/0/binding_time", "2020-08-03T04:00:11Z"),
            SdkCase.of("disassociateSignatureKeyV2", "signature", client -> client.disassociateSignatureKeyV2(
                new DisassociateSignatureKeyV2Request().withInstanceId(GATEWAY)
                    .withSignBindingsId("25082bd52f74442bb1d273993d567938")), 204),
            SdkCase.of("listApisBindedToSignatureKeyV2", "signature", client -> client.listApisBindedToSignatureKeyV2(
                    new ListApisBindedToSignatureKeyV2Request().withInstanceId(GATEWAY).withSignId(KEY)), 200)
                .answers("200-one-api"),
            SdkCase.of("listApisNotBoundWithSignatureKeyV2", "signature",
                    client -> client.listApisNotBoundWithSignatureKeyV2(
                        new ListApisNotBoundWithSignatureKeyV2Request().withInstanceId(GATEWAY).withSignId(KEY)), 200)
                .answers("200-one-api"),
            SdkCase.of("listSignatureKeysBindedToApiV2", "signature", client -> client.listSignatureKeysBindedToApiV2(
                    new ListSignatureKeysBindedToApiV2Request().withInstanceId(GATEWAY)
                        .withApiId("5f918d104dc84480a75166ba99efff21")), 200)
                .answers("200-one-key"));
    }
}
