package dev.postern.apig.certificate;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * An SSL certificate with its private key.
 *
 * @param instanceId the gateway it belongs to; null where it is global
 * @param scope where its name has to be unique
 * @param fromDomain whether it was added to a domain name
 */
@MappedEntity("certificate")
record Certificate(
    @Id String id,
    String projectId,
    @Nullable String instanceId,
    String scope,
    String name,
    @Nullable String commonName,
    String signatureAlgorithm,
    String certContent,
    String privateKey,
    @Nullable String trustedRootCa,
    boolean fromDomain,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant createTime,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant updateTime) {

    static Certificate of(String id, String projectId, String instanceId, boolean fromDomain, CertificateFacts facts,
                          String name, String content, String privateKey, String trustedRootCa, Instant createTime,
                          Instant updateTime) {
        // Names of those that were added to domain names are free.
        String scope = fromDomain ? "certificate " + id : instanceId == null ? "common" : "gateway " + instanceId;
        return new Certificate(id, projectId, instanceId, scope, name, facts.commonName(), facts.signatureAlgorithm(),
            content, privateKey, trustedRootCa, fromDomain, createTime, updateTime);
    }

    /** Whether it can be used in a gateway. */
    boolean isFor(String project, String gateway) {
        return projectId.equals(project) && (instanceId == null || instanceId.equals(gateway));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Certificate " + id;
    }
}
