package dev.postern.apig.certificate;

import dev.postern.apig.domain.Domain;
import dev.postern.apig.domain.DomainAccess;
import dev.postern.apig.domain.DomainCertificates;
import dev.postern.apig.domain.DomainRepository;
import dev.postern.apig.model.AssociateCertificateV2Response;
import dev.postern.apig.model.CertForm;
import dev.postern.apig.model.MinSslVersion;
import dev.postern.apig.model.ShowDetailsOfDomainNameCertificateV2Response;
import dev.postern.data.Ids;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;

/** The certificate of one domain name: added, shown and taken away together with it. */
@Singleton
class CertificatesOfDomains implements DomainCertificates {

    private final DomainAccess access;
    private final DomainRepository domains;
    private final CertificateRepository certificates;
    private final CertificateBindings bindings;
    private final Ids ids;
    private final Clock clock;

    CertificatesOfDomains(DomainAccess access, DomainRepository domains, CertificateRepository certificates,
                          CertificateBindings bindings, Ids ids, Clock clock) {
        this.access = access;
        this.domains = domains;
        this.certificates = certificates;
        this.bindings = bindings;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public AssociateCertificateV2Response add(String projectId, String instanceId, String groupId, String domainId,
                                              CertForm form) {
        Instant now = clock.instant();
        CertificateChain chain = CertificateChain.read(form.getCertContent());
        chain.check(form.getPrivateKey(), now);
        Domain present = access.write(projectId, instanceId, groupId, domainId);
        Certificate certificate = certificates.save(Certificate.of(ids.next(), projectId, instanceId, true, chain.facts(),
            form.getName(), form.getCertContent(), form.getPrivateKey(), null, now, now));
        Domain domain = bindings.bind(certificate, present, null, null);
        AssociateCertificateV2Response shown = Shapes.as(domain, AssociateCertificateV2Response.class)
            .sslId(certificate.id()).sslName(form.getName());
        if (MinSslVersion.TLS_1_1.getValue().equals(shown.getMinSslVersion())) {
            shown.setMinSslVersion(null);
        }
        return shown.isHttpRedirectToHttps(CertificateBindings.trueOrNull(shown.getIsHttpRedirectToHttps()))
            .verifiedClientCertificateEnabled(null);
    }

    @Override
    @Transactional
    public ShowDetailsOfDomainNameCertificateV2Response show(String projectId, String instanceId, String groupId,
                                                             String domainId, String certificateId) {
        Domain domain = access.read(projectId, instanceId, groupId, domainId);
        Certificate certificate = certificates.findById(certificateId)
            .filter(found -> found.id().equals(domain.certificateId()))
            .orElseThrow(CertificateService::unknown);
        if (certificate.fromDomain()) {
            return Shapes.as(CertificateChain.read(certificate.certContent()).facts(),
                ShowDetailsOfDomainNameCertificateV2Response.class);
        }
        // The vendor's example leaves the id out.
        return CertificateService.shown(certificate, ShowDetailsOfDomainNameCertificateV2Response.class).id(null);
    }

    @Override
    @Transactional
    public void remove(String projectId, String instanceId, String groupId, String domainId, String certificateId) {
        Domain domain = access.write(projectId, instanceId, groupId, domainId);
        Certificate certificate = certificates.findByIdAndProjectIdForUpdate(certificateId, projectId)
            .filter(found -> found.isFor(projectId, instanceId))
            .orElseThrow(CertificateService::unknown);
        bindings.unbind(certificate, domain);
        if (certificate.fromDomain() && !domains.existsByCertificateId(certificateId)) {
            certificates.delete(certificate);
        }
    }

    @Override
    public boolean isFor(String certificateId, String projectId, String instanceId) {
        return certificates.findById(certificateId).filter(found -> found.isFor(projectId, instanceId)).isPresent();
    }

    @Override
    public boolean hasAuthority(String certificateId, String projectId) {
        return certificates.findByIdAndProjectIdForUpdate(certificateId, projectId).orElseThrow().trustedRootCa() != null;
    }
}
