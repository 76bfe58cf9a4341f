package dev.postern.apig.acl;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The binding of an access control policy to an API in an environment. */
@MappedEntity("acl_binding")
public record AclBinding(
    @Id String id,
    String instanceId,
    String aclId,
    String publishId) {
}
