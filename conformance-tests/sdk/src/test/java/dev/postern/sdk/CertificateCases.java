package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.AttachOrDetachCertsReqBody;
import com.huaweicloud.sdk.apig.v2.model.AttachOrDetachDomainInfo;
import com.huaweicloud.sdk.apig.v2.model.AttachOrDetachDomainsReqBody;
import com.huaweicloud.sdk.apig.v2.model.BatchAssociateCertsV2Request;
import com.huaweicloud.sdk.apig.v2.model.BatchAssociateDomainsV2Request;
import com.huaweicloud.sdk.apig.v2.model.BatchDisassociateCertsV2Request;
import com.huaweicloud.sdk.apig.v2.model.BatchDisassociateDomainsV2Request;
import com.huaweicloud.sdk.apig.v2.model.CertificateForm;
import com.huaweicloud.sdk.apig.v2.model.CreateCertificateV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteCertificateV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListAttachedDomainsV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListCertificatesV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfCertificateV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateCertificateV2Request;
import dev.postern.conformance.cases.Seeds;

import java.util.List;

/** The calls about certificates. */
final class CertificateCases {

    private static final String SEED = "certificate";
    private static final String OF_GATEWAY = "f0fa1789-3b76-433b-a787-9892951c620e";
    private static final String GROUP = "c77f5e81d9cb4424bf704ef2b0ac7600";
    private static final String DEMO = "a27be832f2e9441c8127fe48e3b5ac67";
    private static final String GLOBAL = "c3b2a1f0e4d5461788990a0b0c0d0e0f";
    private static final String WITH_DEMO = "b9be707660c5406394f8973e087bae20";

    private CertificateCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createCertificateV2", "domain", client -> client.createCertificateV2(
                    new CreateCertificateV2Request().withBody(form().withType(CertificateForm.TypeEnum.INSTANCE)
                        .withInstanceId(SdkCase.GATEWAY))), 200)
                .answers("200-created").generating("id", "[0-9a-f]{32}").patching("instance_id", SdkCase.GATEWAY),
            SdkCase.of("listCertificatesV2", SEED, client -> client.listCertificatesV2(new ListCertificatesV2Request()
                    .withInstanceId(OF_GATEWAY).withName("cert").withCommonName("apigtest").withSignatureAlgorithm("SHA256")
                    .withType(ListCertificatesV2Request.TypeEnum.INSTANCE).withOffset(0L).withLimit(20)), 200)
                .answers("200-one").patching("/certs/0/not_after", "2031-08-16T06:36:13Z")
                .patching("/certs/0/create_time", "2021-08-20T02:03:53Z")
                .patching("/certs/0/update_time", "2021-08-20T02:03:53Z"),
            SdkCase.of("showDetailsOfCertificateV2", SEED, client -> client.showDetailsOfCertificateV2(
                    new ShowDetailsOfCertificateV2Request().withCertificateId(DEMO)), 200).answers("200-certificate"),
            SdkCase.of("updateCertificateV2", SEED, client -> client.updateCertificateV2(
                    new UpdateCertificateV2Request().withCertificateId(DEMO).withBody(form())), 200).answers("200-updated"),
            SdkCase.of("deleteCertificateV2", SEED, client -> client.deleteCertificateV2(
                    new DeleteCertificateV2Request().withCertificateId(GLOBAL)), 204),
            SdkCase.of("listAttachedDomainsV2", SEED, client -> client.listAttachedDomainsV2(
                    new ListAttachedDomainsV2Request().withCertificateId(DEMO).withUrlDomain("apigtest")), 200)
                .answers("200-one"),
            SdkCase.of("batchAssociateCertsV2", SEED, client -> client.batchAssociateCertsV2(
                    new BatchAssociateCertsV2Request().withInstanceId(OF_GATEWAY).withGroupId(GROUP)
                        .withDomainId("d1a2b3c4d5e6471788990a0b0c0d0e0f")
                        .withBody(new AttachOrDetachCertsReqBody().withCertificateIds(List.of(DEMO)))), 204),
            SdkCase.of("batchDisassociateCertsV2", SEED, client -> client.batchDisassociateCertsV2(
                    new BatchDisassociateCertsV2Request().withInstanceId(OF_GATEWAY).withGroupId(GROUP).withDomainId(WITH_DEMO)
                        .withBody(new AttachOrDetachCertsReqBody().withCertificateIds(List.of(DEMO)))), 204),
            SdkCase.of("batchAssociateDomainsV2", SEED, client -> client.batchAssociateDomainsV2(
                    new BatchAssociateDomainsV2Request().withCertificateId(GLOBAL).withBody(domain("apigtest.example.com",
                        "7d39549681c54d968ec2910da9da95cd"))), 204),
            SdkCase.of("batchDisassociateDomainsV2", SEED, client -> client.batchDisassociateDomainsV2(
                    new BatchDisassociateDomainsV2Request().withCertificateId(DEMO)
                        .withBody(domain("apigtest.example.com", OF_GATEWAY))), 204));
    }

    /** Something of the certificates that are for tests only. */
    static String pem(String name) {
        return new Seeds(CertificateCases.class.getClassLoader()).included("pem#/" + name).textValue();
    }

    private static CertificateForm form() {
        return new CertificateForm().withName("cert_demo").withCertContent(pem("apigtest")).withPrivateKey(pem("key"));
    }

    private static AttachOrDetachDomainsReqBody domain(String name, String gateway) {
        return new AttachOrDetachDomainsReqBody().withDomains(List.of(
            new AttachOrDetachDomainInfo().withDomain(name).withInstanceIds(List.of(gateway))));
    }
}
