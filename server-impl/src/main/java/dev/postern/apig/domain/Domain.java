package dev.postern.apig.domain;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A domain name bound to an API group. */
@MappedEntity("domain")
public record Domain(
    @Id String id,
    String instanceId,
    String groupId,
    String urlDomain,
    @Nullable String certificateId) {
}
