package dev.postern.apig.domain;

import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.group.ApiGroupRepository;
import dev.postern.apig.model.ShowDetailsOfDomainNameCertificateV2Response;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** The rules of domain names and their certificates. */
@Singleton
class DomainService {

    private final GatewayAccess gateways;
    private final ApiGroupRepository groups;
    private final DomainRepository domains;
    private final CertificateRepository certificates;

    DomainService(GatewayAccess gateways, ApiGroupRepository groups, DomainRepository domains,
                  CertificateRepository certificates) {
        this.gateways = gateways;
        this.groups = groups;
        this.domains = domains;
        this.certificates = certificates;
    }

    /** The certificate of a domain name; 404 for the first thing on the path that does not exist. */
    @Transactional
    ShowDetailsOfDomainNameCertificateV2Response showCertificate(String projectId, String instanceId, String groupId,
                                                                 String domainId, String certificateId) {
        gateways.read(projectId, instanceId);
        if (!groups.existsByIdAndInstanceId(groupId, instanceId)) {
            throw new ApiException(ErrorCode.APIG_3001, groupId);
        }
        Domain domain = domains.findByIdAndGroupId(domainId, groupId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3020));
        Certificate certificate = certificates.findById(certificateId)
            .filter(found -> found.id().equals(domain.certificateId()))
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3025));
        // The vendor's example leaves the id out.
        return Shapes.parse(certificate.details(), ShowDetailsOfDomainNameCertificateV2Response.class).id(null);
    }
}
