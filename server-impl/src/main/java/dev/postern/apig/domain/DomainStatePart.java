package dev.postern.apig.domain;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.DomainState;
import dev.postern.control.model.GatewayState;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

/** The domain names of the state. */
@Singleton
class DomainStatePart implements GatewayPart {

    private final DomainRepository domains;
    private final DomainCertificates certificates;

    DomainStatePart(DomainRepository domains, DomainCertificates certificates) {
        this.domains = domains;
        this.certificates = certificates;
    }

    @Override
    public int getOrder() {
        return APIS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".api_groups", gateway.getApiGroups(), (groupPlace, group) ->
            Places.each(groupPlace + ".domains", group.getDomains(), (place, domain) -> {
                places.define(place + ".id", "domain", null, domain.getId());
                places.define(place + ".url_domain", "domain name", gateway.getId(), domain.getUrlDomain());
                if (domain.getCertificateId() != null
                        && !certificates.isFor(domain.getCertificateId(), gateway.getProjectId(), gateway.getId())) {
                    throw Places.refused(place + ".certificate_id",
                        "there is no certificate " + domain.getCertificateId() + " for this gateway");
                }
                domains.save(new Domain(domain.getId(), gateway.getId(), group.getId(), domain.getUrlDomain(),
                    domain.getStatus().getValue(), domain.getMinSslVersion().getValue(),
                    domain.getIsHttpRedirectToHttps(), domain.getVerifiedClientCertificateEnabled(),
                    domain.getCertificateId()));
            }));
    }

    @Override
    public void save(GatewayState gateway) {
        Places.each("api_groups", gateway.getApiGroups(), (groupPlace, group) ->
            group.setDomains(Places.orNull(domains.findByGroupIdOrderById(group.getId()),
                domain -> Shapes.as(domain, DomainState.class))));
    }
}
