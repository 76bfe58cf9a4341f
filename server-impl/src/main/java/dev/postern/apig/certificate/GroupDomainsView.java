package dev.postern.apig.certificate;

import dev.postern.apig.domain.Domain;
import dev.postern.apig.domain.DomainRepository;
import dev.postern.apig.group.GroupDomains;
import dev.postern.apig.model.DomainStatus;
import dev.postern.apig.model.MinSslVersion;
import dev.postern.apig.model.UrlDomain;
import jakarta.inject.Singleton;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The domain names that are shown of API groups, with their certificates. */
@Singleton
class GroupDomainsView implements GroupDomains {

    private final DomainRepository domains;
    private final CertificateRepository certificates;

    GroupDomainsView(DomainRepository domains, CertificateRepository certificates) {
        this.domains = domains;
        this.certificates = certificates;
    }

    @Override
    public Map<String, List<UrlDomain>> of(Collection<String> groupIds) {
        List<Domain> rows = groupIds.isEmpty() ? List.of() : domains.findByGroupIdInOrderById(groupIds);
        List<String> ids = rows.stream().map(Domain::certificateId).filter(Objects::nonNull).distinct().toList();
        Map<String, Certificate> bound = ids.isEmpty() ? Map.of() : certificates.findByIdIn(ids).stream()
            .collect(Collectors.toMap(Certificate::id, Function.identity()));
        return rows.stream().collect(Collectors.groupingBy(Domain::groupId,
            Collectors.mapping(row -> shown(row,
                row.certificateId() == null ? null : bound.get(row.certificateId())), Collectors.toList())));
    }

    private static UrlDomain shown(Domain domain, Certificate certificate) {
        UrlDomain shown = new UrlDomain().id(domain.id()).domain(domain.urlDomain())
            .cnameStatus(DomainStatus.fromValue(domain.status()))
            .minSslVersion(MinSslVersion.fromValue(domain.minSslVersion()))
            .verifiedClientCertificateEnabled(domain.verifiedClientCertificateEnabled());
        return certificate == null ? shown : shown.sslId(certificate.id()).sslName(certificate.name())
            .isHasTrustedRootCa(certificate.trustedRootCa() != null);
    }
}
