package dev.postern.apig.certificate;

import dev.postern.apig.api.CertificateApi;
import dev.postern.apig.model.AttachOrDetachCertsReqBody;
import dev.postern.apig.model.AttachOrDetachDomainsReqBody;
import dev.postern.apig.model.CertificateForm;
import dev.postern.apig.model.CertificateInfo;
import dev.postern.apig.model.ListAttachedDomainsV2Response;
import dev.postern.apig.model.ListCertificatesV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** SSL certificates and the domain names that have them. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class CertificateController implements CertificateApi {

    private final CertificateService service;
    private final CertificateBindings bindings;

    CertificateController(CertificateService service, CertificateBindings bindings) {
        this.service = service;
        this.bindings = bindings;
    }

    @Override
    public CertificateInfo createCertificateV2(String projectId, CertificateForm form) {
        return service.create(projectId, form);
    }

    @Override
    public ListCertificatesV2Response listCertificatesV2(
            String projectId, String instanceId, Long offset, Integer limit, String name, String commonName,
            String signatureAlgorithm, String type) {
        return service.list(projectId, instanceId, offset, limit,
            new CertificateService.Wanted(name, commonName, signatureAlgorithm, type));
    }

    @Override
    public CertificateInfo showDetailsOfCertificateV2(String projectId, String certificateId) {
        return service.show(projectId, certificateId);
    }

    @Override
    public CertificateInfo updateCertificateV2(String projectId, String certificateId, CertificateForm form) {
        return service.update(projectId, certificateId, form);
    }

    @Override
    public void deleteCertificateV2(String projectId, String certificateId) {
        service.delete(projectId, certificateId);
    }

    @Override
    public ListAttachedDomainsV2Response listAttachedDomainsV2(
            String projectId, String certificateId, Long offset, Integer limit, String urlDomain) {
        return bindings.list(projectId, certificateId, offset, limit, urlDomain);
    }

    @Override
    public void batchAssociateCertsV2(
            String projectId, String instanceId, String groupId, String domainId, AttachOrDetachCertsReqBody body) {
        bindings.attach(projectId, instanceId, groupId, domainId, body);
    }

    @Override
    public void batchDisassociateCertsV2(
            String projectId, String instanceId, String groupId, String domainId, AttachOrDetachCertsReqBody body) {
        bindings.detach(projectId, instanceId, groupId, domainId, body);
    }

    @Override
    public void batchAssociateDomainsV2(String projectId, String certificateId, AttachOrDetachDomainsReqBody body) {
        bindings.attach(projectId, certificateId, body);
    }

    @Override
    public void batchDisassociateDomainsV2(String projectId, String certificateId, AttachOrDetachDomainsReqBody body) {
        bindings.detach(projectId, certificateId, body);
    }
}
