package dev.postern.apig.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.domain.Domain;
import dev.postern.apig.domain.DomainRepository;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.CertBase;
import dev.postern.apig.model.CertificateForm;
import dev.postern.apig.model.CertificateInfo;
import dev.postern.apig.model.CertificateType;
import dev.postern.apig.model.ListCertificatesV2Response;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The rules of certificates. */
@Singleton
class CertificateService {

    /** What stands for the gateway of a global certificate. */
    private static final String COMMON = "common";

    private final GatewayAccess gateways;
    private final CertificateRepository certificates;
    private final DomainRepository domains;
    private final Ids ids;
    private final Clock clock;

    CertificateService(GatewayAccess gateways, CertificateRepository certificates, DomainRepository domains, Ids ids,
                       Clock clock) {
        this.gateways = gateways;
        this.certificates = certificates;
        this.domains = domains;
        this.ids = ids;
        this.clock = clock;
    }

    /** The filters of a list; null for each that is not given. */
    record Wanted(String name, String commonName, String signatureAlgorithm, String type) {
    }

    /** Adds a certificate; 400 APIG.3325 where the name is taken. */
    @Transactional
    CertificateInfo create(String projectId, CertificateForm form) {
        boolean global = form.getType() != CertificateType.INSTANCE;
        if (!global && form.getInstanceId() == null) {
            throw Dialect.APIG.invalidField("instance_id", "it is needed where type is instance");
        }
        Instant now = clock.instant();
        CertificateChain chain = checked(form, now);
        if (!global) {
            gateways.write(projectId, form.getInstanceId());
        }
        return shown(certificates.save(Certificate.of(ids.next(), projectId, global ? null : form.getInstanceId(), false,
            chain.facts(), form.getName(), form.getCertContent(), form.getPrivateKey(), authority(form), now, now)),
            CertificateInfo.class);
    }

    /** The certificates that can be used in a gateway. */
    @Transactional
    ListCertificatesV2Response list(String projectId, String instanceId, long offset, int limit, Wanted wanted) {
        PredicateSpecification<Certificate> global = (root, builder) -> builder.isNull(root.get("instanceId"));
        PredicateSpecification<Certificate> own = Filter.equal("instanceId", instanceId);
        PredicateSpecification<Certificate> reach = wanted.type() == null ? global.or(own)
            : wanted.type().equals(CertificateType.GLOBAL.getValue()) ? global : own;
        Page<Certificate> page = Page.newest(certificates, Certificate.class,
            Filter.<Certificate>equal("projectId", projectId).and(reach)
                .and(Filter.contains("name", wanted.name()))
                .and(Filter.contains("commonName", wanted.commonName()))
                .and(Filter.contains("signatureAlgorithm", wanted.signatureAlgorithm())),
            "createTime", offset, limit);
        List<CertBase> shown = page.items().stream().map(row -> shown(row, CertBase.class)).toList();
        return new ListCertificatesV2Response().certs(shown).size(shown.size()).total(page.total());
    }

    /** A certificate; 404 APIG.3025 where there is none. */
    @Transactional
    CertificateInfo show(String projectId, String certificateId) {
        return shown(certificates.findByIdAndProjectId(certificateId, projectId).orElseThrow(CertificateService::unknown),
            CertificateInfo.class);
    }

    /** Puts another certificate in the place of one; 400 APIG.2103 where a domain name has it that the other is not for. */
    @Transactional
    CertificateInfo update(String projectId, String certificateId, CertificateForm form) {
        Instant now = clock.instant();
        CertificateChain chain = checked(form, now);
        Certificate present = writable(projectId, certificateId);
        checkSame("type", form.getType(), type(present));
        if (present.instanceId() != null) {
            checkSame("instance_id", form.getInstanceId(), present.instanceId());
        }
        for (Domain domain : domains.findByCertificateIdOrderById(certificateId)) {
            chain.checkCovers(domain.urlDomain());
        }
        if (authority(form) == null) {
            domains.stopVerification(certificateId);
        }
        return shown(certificates.update(Certificate.of(certificateId, projectId, present.instanceId(),
            present.fromDomain(), chain.facts(), form.getName(), form.getCertContent(), form.getPrivateKey(),
            authority(form), present.createTime(), now)), CertificateInfo.class);
    }

    /** Deletes a certificate; 409 APIG.3499 where a domain name has it. */
    @Transactional
    void delete(String projectId, String certificateId) {
        Certificate certificate = writable(projectId, certificateId);
        // Whoever binds it waits for it, too.
        if (domains.existsByCertificateId(certificateId)) {
            throw new ApiException(ErrorCode.APIG_3499);
        }
        certificates.delete(certificate);
    }

    /** What an operation shows of a certificate. */
    static <T> T shown(Certificate row, Class<T> type) {
        ObjectNode facts = Shapes.tree(CertificateChain.read(row.certContent()).facts());
        facts.setAll(Shapes.tree(row));
        facts.put("type", type(row).getValue());
        facts.put("instance_id", row.instanceId() == null ? COMMON : row.instanceId());
        if (row.trustedRootCa() != null) {
            facts.put("is_has_trusted_root_ca", true);
        }
        return Shapes.as(facts, type);
    }

    static ApiException unknown() {
        return new ApiException(ErrorCode.APIG_3025);
    }

    private Certificate writable(String projectId, String certificateId) {
        certificates.findByIdAndProjectId(certificateId, projectId).map(Certificate::instanceId)
            .ifPresent(instanceId -> gateways.write(projectId, instanceId));
        return certificates.findByIdAndProjectIdForUpdate(certificateId, projectId)
            .orElseThrow(CertificateService::unknown);
    }

    private static CertificateChain checked(CertificateForm form, Instant now) {
        CertificateChain chain = CertificateChain.read(form.getCertContent());
        chain.check(form.getPrivateKey(), now);
        if (authority(form) != null) {
            CertificateChain.read(authority(form));
        }
        return chain;
    }

    /** The authority of clients' certificates; an empty text means none, too. */
    private static String authority(CertificateForm form) {
        return form.getTrustedRootCa() == null || form.getTrustedRootCa().isBlank() ? null : form.getTrustedRootCa();
    }

    private static CertificateType type(Certificate certificate) {
        return certificate.instanceId() == null ? CertificateType.GLOBAL : CertificateType.INSTANCE;
    }

    private static void checkSame(String field, Object given, Object present) {
        if (given != null && !given.equals(present)) {
            throw Dialect.APIG.invalidField(field, "it cannot be changed");
        }
    }
}
