package dev.postern.apig.domain;

import dev.postern.apig.api.DomainApi;
import dev.postern.apig.model.AssociateCertificateV2Response;
import dev.postern.apig.model.CertForm;
import dev.postern.apig.model.ShowDetailsOfDomainNameCertificateV2Response;
import dev.postern.apig.model.SlDomainAccessSetting;
import dev.postern.apig.model.BoundDomain;
import dev.postern.apig.model.UrlDomainCreate;
import dev.postern.apig.model.UrlDomainModify;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Domain names and their certificates. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class DomainController implements DomainApi {

    private final DomainService service;
    private final DomainCertificates certificates;

    DomainController(DomainService service, DomainCertificates certificates) {
        this.service = service;
        this.certificates = certificates;
    }

    @Override
    public BoundDomain associateDomainV2(String projectId, String instanceId, String groupId, UrlDomainCreate domain) {
        return service.bind(projectId, instanceId, groupId, domain);
    }

    @Override
    public BoundDomain updateDomainV2(
            String projectId, String instanceId, String groupId, String domainId, UrlDomainModify settings) {
        return service.update(projectId, instanceId, groupId, domainId, settings);
    }

    @Override
    public void disassociateDomainV2(String projectId, String instanceId, String groupId, String domainId) {
        service.unbind(projectId, instanceId, groupId, domainId);
    }

    @Override
    public void updateSlDomainSettingV2(
            String projectId, String instanceId, String groupId, SlDomainAccessSetting setting) {
        service.openDebuggingDomain(projectId, instanceId, groupId, setting.getSlDomainAccessEnabled());
    }

    @Override
    public AssociateCertificateV2Response associateCertificateV2(
            String projectId, String instanceId, String groupId, String domainId, CertForm form) {
        return certificates.add(projectId, instanceId, groupId, domainId, form);
    }

    @Override
    public ShowDetailsOfDomainNameCertificateV2Response showDetailsOfDomainNameCertificateV2(
            String projectId, String instanceId, String groupId, String domainId, String certificateId) {
        return certificates.show(projectId, instanceId, groupId, domainId, certificateId);
    }

    @Override
    public void disassociateCertificateV2(
            String projectId, String instanceId, String groupId, String domainId, String certificateId) {
        certificates.remove(projectId, instanceId, groupId, domainId, certificateId);
    }
}
