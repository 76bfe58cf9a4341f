package dev.postern.apig.certificate;

import dev.postern.apig.domain.Domain;
import dev.postern.apig.domain.DomainAccess;
import dev.postern.apig.domain.DomainRepository;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.group.ApiGroupRepository;
import dev.postern.apig.model.AttachOrDetachCertsReqBody;
import dev.postern.apig.model.AttachOrDetachDomainInfo;
import dev.postern.apig.model.AttachOrDetachDomainsReqBody;
import dev.postern.apig.model.ListAttachedDomainsV2Response;
import dev.postern.apig.model.UrlDomainRefInfo;
import dev.postern.data.Filter;
import dev.postern.data.Moments;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which domain names have which certificates. */
@Singleton
class CertificateBindings {

    private static final String VERIFIED = "verified_client_certificate_enabled";

    private final GatewayAccess gateways;
    private final DomainAccess access;
    private final DomainRepository domains;
    private final CertificateRepository certificates;
    private final ApiGroupRepository groups;
    private final Clock clock;

    CertificateBindings(GatewayAccess gateways, DomainAccess access, DomainRepository domains,
                        CertificateRepository certificates, ApiGroupRepository groups, Clock clock) {
        this.gateways = gateways;
        this.access = access;
        this.domains = domains;
        this.certificates = certificates;
        this.groups = groups;
        this.clock = clock;
    }

    /** The domain names that have a certificate. */
    @Transactional
    ListAttachedDomainsV2Response list(String projectId, String certificateId, long offset, int limit, String urlDomain) {
        Certificate certificate = certificates.findByIdAndProjectId(certificateId, projectId)
            .orElseThrow(CertificateService::unknown);
        Page<Domain> page = Page.of(domains, Domain.class,
            Filter.<Domain>equal("certificateId", certificateId).and(Filter.contains("urlDomain", urlDomain)),
            (root, builder) -> List.of(builder.asc(root.get("urlDomain")), builder.asc(root.get("id"))), offset, limit);
        List<UrlDomainRefInfo> shown = page.items().stream().map(domain -> shown(domain, certificate)).toList();
        return new ListAttachedDomainsV2Response().boundDomains(shown).size(shown.size()).total(page.total());
    }

    /** Binds a certificate to the domain name of the path. */
    @Transactional
    void attach(String projectId, String instanceId, String groupId, String domainId, AttachOrDetachCertsReqBody body) {
        Domain domain = access.write(projectId, instanceId, groupId, domainId);
        bind(locked(projectId, instanceId, body), domain, body.getVerifiedClientCertificateEnabled(), VERIFIED);
    }

    /** Unbinds a certificate from the domain name of the path. */
    @Transactional
    void detach(String projectId, String instanceId, String groupId, String domainId, AttachOrDetachCertsReqBody body) {
        Domain domain = access.write(projectId, instanceId, groupId, domainId);
        unbind(locked(projectId, instanceId, body), domain);
    }

    /** Binds the certificate of the path to domain names: to all of them or to none. */
    @Transactional
    void attach(String projectId, String certificateId, AttachOrDetachDomainsReqBody body) {
        List<Target> targets = targets(projectId, certificateId, body, domain -> true);
        Certificate certificate = locked(projectId, certificateId);
        for (Target target : targets) {
            bind(certificate, domain(target), target.wanted().getVerifiedClientCertificateEnabled(),
                target.at() + "." + VERIFIED);
        }
    }

    /** Unbinds the certificate of the path from domain names: from all of them or from none. */
    @Transactional
    void detach(String projectId, String certificateId, AttachOrDetachDomainsReqBody body) {
        List<Target> targets = targets(projectId, certificateId, body,
            domain -> certificateId.equals(domain.certificateId()));
        Certificate certificate = locked(projectId, certificateId);
        targets.forEach(target -> unbind(certificate, domain(target)));
    }

    /** Gives a domain name a certificate; the gateway and the certificate are the caller's alone. */
    Domain bind(Certificate certificate, Domain domain, Boolean verified, String field) {
        boolean canVerify = certificate.trustedRootCa() != null;
        if (Boolean.TRUE.equals(verified) && !canVerify) {
            throw Dialect.APIG.invalidField(field, "the certificate has no trusted_root_ca");
        }
        CertificateChain chain = CertificateChain.read(certificate.certContent());
        chain.checkNotOver(clock.instant());
        chain.checkCovers(domain.urlDomain());
        if (domain.certificateId() != null && !domain.certificateId().equals(certificate.id())) {
            throw new ApiException(ErrorCode.APIG_2051);
        }
        return domains.update(domain.with(certificate.id(), verified == null ? canVerify : verified));
    }

    /** Takes a certificate from a domain name; 404 APIG.3097 where it has another or none. */
    void unbind(Certificate certificate, Domain domain) {
        if (!certificate.id().equals(domain.certificateId())) {
            throw new ApiException(ErrorCode.APIG_3097);
        }
        domains.update(domain.with(null, false));
    }

    /**
     * A domain name in a gateway that a request means.
     *
     * @param at where it stands in the request
     */
    private record Target(String at, AttachOrDetachDomainInfo wanted, String instanceId) {
    }

    /**
     * Everything that a request means; its gateways are the caller's alone until the transaction ends.
     *
     * @param fitting which domain names are meant where no gateways are given, if there are such
     */
    private List<Target> targets(String projectId, String certificateId, AttachOrDetachDomainsReqBody body,
                                 Predicate<Domain> fitting) {
        Certificate certificate = certificates.findByIdAndProjectId(certificateId, projectId)
            .orElseThrow(CertificateService::unknown);
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < body.getDomains().size(); i++) {
            String at = "domains[" + i + "]";
            AttachOrDetachDomainInfo wanted = body.getDomains().get(i);
            meant(certificate, at, wanted, fitting).forEach(instanceId -> targets.add(new Target(at, wanted, instanceId)));
        }
        // In an order in which no two requests wait for each other.
        new TreeSet<>(targets.stream().map(Target::instanceId).toList())
            .forEach(instanceId -> gateways.write(projectId, instanceId));
        return targets;
    }

    /** The gateways that a domain name is meant in. */
    private List<String> meant(Certificate certificate, String at, AttachOrDetachDomainInfo wanted,
                               Predicate<Domain> fitting) {
        String project = certificate.projectId();
        List<String> given = wanted.getInstanceIds();
        if (given == null || given.isEmpty()) {
            List<Domain> all = domains.findInProject(project, name(wanted), Moments.toNanos(clock.instant())).stream()
                .filter(domain -> certificate.isFor(project, domain.instanceId())).toList();
            if (all.isEmpty()) {
                throw new ApiException(ErrorCode.APIG_3020);
            }
            return all.stream().filter(all.stream().anyMatch(fitting) ? fitting : domain -> true)
                .map(Domain::instanceId).toList();
        }
        for (int i = 0; i < given.size(); i++) {
            if (!certificate.isFor(project, given.get(i))) {
                throw Dialect.APIG.invalidField(at + ".instance_ids[" + i + "]", "the certificate is of another gateway");
            }
        }
        return given;
    }

    private Domain domain(Target target) {
        return domains.findByInstanceIdAndUrlDomain(target.instanceId(), name(target.wanted()))
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3020));
    }

    private static String name(AttachOrDetachDomainInfo wanted) {
        return wanted.getDomain().toLowerCase(Locale.ROOT);
    }

    private Certificate locked(String projectId, String certificateId) {
        return certificates.findByIdAndProjectIdForUpdate(certificateId, projectId)
            .orElseThrow(CertificateService::unknown);
    }

    /** The one certificate of a request, which has to be one that the gateway can use. */
    private Certificate locked(String projectId, String instanceId, AttachOrDetachCertsReqBody body) {
        Certificate certificate = locked(projectId, body.getCertificateIds().get(0));
        if (!certificate.isFor(projectId, instanceId)) {
            throw CertificateService.unknown();
        }
        return certificate;
    }

    private UrlDomainRefInfo shown(Domain domain, Certificate certificate) {
        UrlDomainRefInfo info = Shapes.as(domain, UrlDomainRefInfo.class).sslId(certificate.id()).sslName(certificate.name())
            .apiGroupId(domain.groupId()).apiGroupName(groups.findById(domain.groupId()).orElseThrow().name());
        return info.isHttpRedirectToHttps(trueOrNull(info.getIsHttpRedirectToHttps()))
            .verifiedClientCertificateEnabled(trueOrNull(info.getVerifiedClientCertificateEnabled()));
    }

    /** Leaves out what is false. */
    static Boolean trueOrNull(Boolean value) {
        return Boolean.TRUE.equals(value) ? true : null;
    }
}
