package dev.postern.apig.domain;

import dev.postern.apig.group.GroupDomains;
import dev.postern.apig.model.DomainStatus;
import dev.postern.apig.model.MinSslVersion;
import dev.postern.apig.model.UrlDomain;
import jakarta.inject.Singleton;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The domain names that are shown of API groups. */
@Singleton
class GroupDomainsView implements GroupDomains {

    private final DomainRepository domains;

    GroupDomainsView(DomainRepository domains) {
        this.domains = domains;
    }

    @Override
    public Map<String, List<UrlDomain>> of(Collection<String> groupIds) {
        return groupIds.isEmpty() ? Map.of() : domains.findByGroupIdInOrderById(groupIds).stream()
            .collect(Collectors.groupingBy(Domain::groupId, Collectors.mapping(domain -> new UrlDomain()
                .id(domain.id()).domain(domain.urlDomain()).cnameStatus(DomainStatus.fromValue(domain.status()))
                .minSslVersion(MinSslVersion.fromValue(domain.minSslVersion()))
                .verifiedClientCertificateEnabled(domain.verifiedClientCertificateEnabled())
                .sslId(domain.certificateId()), Collectors.toList())));
    }
}
