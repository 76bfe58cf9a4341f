package dev.postern.apig.domain;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.CertificateState;
import dev.postern.control.model.DomainState;
import dev.postern.control.model.GatewayState;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

/** The domain names and certificates of the state. */
@Singleton
class DomainStatePart implements GatewayPart {

    private final DomainRepository domains;
    private final CertificateRepository certificates;

    DomainStatePart(DomainRepository domains, CertificateRepository certificates) {
        this.domains = domains;
        this.certificates = certificates;
    }

    @Override
    public int getOrder() {
        return APIS;
    }

    @Override
    public void clear() {
        certificates.deleteAll();
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".api_groups", gateway.getApiGroups(), (groupPlace, group) ->
            Places.each(groupPlace + ".domains", group.getDomains(), (place, domain) -> {
                places.define(place + ".id", "domain", null, domain.getId());
                places.define(place + ".url_domain", "domain name", gateway.getId(), domain.getUrlDomain());
                CertificateState certificate = domain.getCertificate();
                if (certificate != null) {
                    places.define(place + ".certificate.id", "certificate", null, certificate.getId());
                    certificates.save(new Certificate(certificate.getId(), Shapes.text(certificate)));
                }
                domains.save(new Domain(domain.getId(), gateway.getId(), group.getId(), domain.getUrlDomain(),
                    certificate == null ? null : certificate.getId()));
            }));
    }

    @Override
    public void save(GatewayState gateway) {
        Places.each("api_groups", gateway.getApiGroups(), (groupPlace, group) ->
            group.setDomains(Places.orNull(domains.findByGroupIdOrderById(group.getId()), this::shown)));
    }

    private DomainState shown(Domain domain) {
        DomainState state = Shapes.as(domain, DomainState.class);
        if (domain.certificateId() != null) {
            state.setCertificate(Shapes.parse(
                certificates.findById(domain.certificateId()).orElseThrow().details(), CertificateState.class));
        }
        return state;
    }
}
