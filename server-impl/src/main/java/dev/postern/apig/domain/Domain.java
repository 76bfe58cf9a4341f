package dev.postern.apig.domain;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A domain name bound to an API group.
 *
 * @param status whether it resolves to the gateway
 */
@MappedEntity("domain")
public record Domain(
    @Id String id,
    String instanceId,
    String groupId,
    String urlDomain,
    int status,
    String minSslVersion,
    boolean isHttpRedirectToHttps,
    boolean verifiedClientCertificateEnabled,
    @Nullable String certificateId) {

    /** The same with a certificate, or without one. */
    public Domain with(String certificate, boolean verified) {
        return new Domain(id, instanceId, groupId, urlDomain, status, minSslVersion, isHttpRedirectToHttps, verified,
            certificate);
    }
}
