package dev.postern.apig.domain;

import dev.postern.apig.api.DomainApi;
import dev.postern.apig.model.ShowDetailsOfDomainNameCertificateV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Domain names and their certificates. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class DomainController implements DomainApi {

    private final DomainService service;

    DomainController(DomainService service) {
        this.service = service;
    }

    @Override
    public ShowDetailsOfDomainNameCertificateV2Response showDetailsOfDomainNameCertificateV2(
            String projectId, String instanceId, String groupId, String domainId, String certificateId) {
        return service.showCertificate(projectId, instanceId, groupId, domainId, certificateId);
    }
}
