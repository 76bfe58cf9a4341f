package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfDomainNameCertificateV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about domain names. */
final class DomainCases {

    private DomainCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("showDetailsOfDomainNameCertificateV2", "domain", client ->
                    client.showDetailsOfDomainNameCertificateV2(new ShowDetailsOfDomainNameCertificateV2Request()
                        .withInstanceId(GATEWAY).withGroupId("c77f5e81d9cb4424bf704ef2b0ac7600")
                        .withDomainId("e5645be23b294acda78765ad8aae1720")
                        .withCertificateId("3d25dd7ee1264e7eb2f9b9b1c3b6c0f1")), 200).answers("200-certificate"));
    }
}
