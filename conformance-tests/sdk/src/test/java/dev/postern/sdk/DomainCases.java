package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.AssociateCertificateV2Request;
import com.huaweicloud.sdk.apig.v2.model.AssociateDomainV2Request;
import com.huaweicloud.sdk.apig.v2.model.CertForm;
import com.huaweicloud.sdk.apig.v2.model.DisassociateCertificateV2Request;
import com.huaweicloud.sdk.apig.v2.model.DisassociateDomainV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfDomainNameCertificateV2Request;
import com.huaweicloud.sdk.apig.v2.model.SlDomainAccessSetting;
import com.huaweicloud.sdk.apig.v2.model.UpdateDomainV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateSlDomainSettingV2Request;
import com.huaweicloud.sdk.apig.v2.model.UrlDomainCreate;
import com.huaweicloud.sdk.apig.v2.model.UrlDomainModify;

import java.util.List;

import static dev.postern.sdk.CertificateCases.pem;
import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about domain names. */
final class DomainCases {

    private static final String GROUP = "c77f5e81d9cb4424bf704ef2b0ac7600";
    private static final String WITH_CERTIFICATE = "e5645be23b294acda78765ad8aae1720";
    private static final String CERTIFICATE = "3d25dd7ee1264e7eb2f9b9b1c3b6c0f1";
    private static final String PLAIN = "f6bb84ccf1c34035878aa51b7253b21c";

    private DomainCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("associateDomainV2", "certificate", client -> client.associateDomainV2(
                    new AssociateDomainV2Request().withInstanceId("7d39549681c54d968ec2910da9da95cd")
                        .withGroupId("d0fc4e40b7d1492cba802f667c7c7226")
                        .withBody(new UrlDomainCreate().withUrlDomain("www.company.com")
                            .withMinSslVersion(UrlDomainCreate.MinSslVersionEnum.TLSV1_1).withIsHttpRedirectToHttps(false))), 201)
                .answers("201-bound").generating("id", "[0-9a-f]{32}"),
            SdkCase.of("updateDomainV2", "domain", client -> client.updateDomainV2(
                    new UpdateDomainV2Request().withInstanceId(GATEWAY).withGroupId(GROUP).withDomainId(PLAIN)
                        .withBody(new UrlDomainModify().withMinSslVersion(UrlDomainModify.MinSslVersionEnum.TLSV1_2))), 201)
                .answers("201-updated").patching("id", PLAIN),
            SdkCase.of("disassociateDomainV2", "domain", client -> client.disassociateDomainV2(
                new DisassociateDomainV2Request().withInstanceId(GATEWAY).withGroupId(GROUP).withDomainId(PLAIN)), 204),
            SdkCase.of("updateSlDomainSettingV2", "domain", client -> client.updateSlDomainSettingV2(
                new UpdateSlDomainSettingV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)
                    .withBody(new SlDomainAccessSetting().withSlDomainAccessEnabled(false))), 204),
            SdkCase.of("associateCertificateV2", "domain", client -> client.associateCertificateV2(
                    new AssociateCertificateV2Request().withInstanceId(GATEWAY).withGroupId(GROUP).withDomainId(PLAIN)
                        .withBody(new CertForm().withName("cert_demo").withCertContent(pem("wildcard"))
                            .withPrivateKey(pem("key")))), 201)
                .answers("201-added").generating("ssl_id", "[0-9a-f]{32}"),
            SdkCase.of("disassociateCertificateV2", "domain", client -> client.disassociateCertificateV2(
                new DisassociateCertificateV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)
                    .withDomainId(WITH_CERTIFICATE).withCertificateId(CERTIFICATE)), 204),
            SdkCase.of("showDetailsOfDomainNameCertificateV2", "domain", client ->
                    client.showDetailsOfDomainNameCertificateV2(new ShowDetailsOfDomainNameCertificateV2Request()
                        .withInstanceId(GATEWAY).withGroupId(GROUP).withDomainId(WITH_CERTIFICATE)
                        .withCertificateId(CERTIFICATE)), 200).answers("200-certificate"));
    }
}
