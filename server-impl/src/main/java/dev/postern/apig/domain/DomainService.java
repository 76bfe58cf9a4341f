package dev.postern.apig.domain;

import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.DomainStatus;
import dev.postern.apig.model.BoundDomain;
import dev.postern.apig.model.UrlDomainCreate;
import dev.postern.apig.model.UrlDomainModify;
import dev.postern.data.Ids;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.Locale;

/** The rules of domain names. */
@Singleton
class DomainService {

    private final GatewayAccess gateways;
    private final DomainAccess access;
    private final Quotas quotas;
    private final DomainRepository domains;
    private final DomainCertificates certificates;
    private final Ids ids;

    DomainService(GatewayAccess gateways, DomainAccess access, Quotas quotas, DomainRepository domains,
                  DomainCertificates certificates, Ids ids) {
        this.gateways = gateways;
        this.access = access;
        this.quotas = quotas;
        this.domains = domains;
        this.certificates = certificates;
        this.ids = ids;
    }

    /** Binds a domain name to a group; 400 APIG.3305 where the gateway has it already. */
    @Transactional
    BoundDomain bind(String projectId, String instanceId, String groupId, UrlDomainCreate wanted) {
        Gateway gateway = access.writeGroup(projectId, instanceId, groupId);
        quotas.require(gateway, Quota.APIGROUP_DOMAIN_NUM_LIMIT, domains.countByGroupId(groupId));
        return Shapes.as(domains.save(new Domain(ids.next(), instanceId, groupId,
            wanted.getUrlDomain().toLowerCase(Locale.ROOT), DomainStatus.RESOLVED.getValue(),
            wanted.getMinSslVersion().getValue(), wanted.getIsHttpRedirectToHttps(), false, null)), BoundDomain.class);
    }

    /** Replaces the settings of a domain name. */
    @Transactional
    BoundDomain update(String projectId, String instanceId, String groupId, String domainId, UrlDomainModify settings) {
        Domain domain = access.write(projectId, instanceId, groupId, domainId, ErrorCode.APIG_3474);
        boolean canVerify = domain.certificateId() != null
            && certificates.hasAuthority(domain.certificateId(), projectId);
        Boolean verified = settings.getVerifiedClientCertificateEnabled();
        if (Boolean.TRUE.equals(verified) && !canVerify) {
            throw Dialect.APIG.invalidField("verified_client_certificate_enabled", "there is no trusted_root_ca");
        }
        return Shapes.as(domains.update(new Domain(domainId, instanceId, groupId, domain.urlDomain(), domain.status(),
            settings.getMinSslVersion().getValue(), settings.getIsHttpRedirectToHttps(),
            verified == null ? canVerify : verified, domain.certificateId())), BoundDomain.class);
    }

    /** Takes a domain name from its group; its certificate stays. */
    @Transactional
    void unbind(String projectId, String instanceId, String groupId, String domainId) {
        domains.delete(access.write(projectId, instanceId, groupId, domainId, ErrorCode.APIG_3474));
    }

    /** Opens or closes the debugging domain name of a group. */
    @Transactional
    void openDebuggingDomain(String projectId, String instanceId, String groupId, boolean open) {
        gateways.write(projectId, instanceId);
        if (domains.openDebuggingDomain(groupId, instanceId, open) == 0) {
            throw new ApiException(ErrorCode.APIG_3020);
        }
    }
}
