package dev.postern.apig.acl;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** An access control policy. */
@MappedEntity("acl")
public record Acl(
    @Id String id,
    String instanceId,
    String name) {
}
