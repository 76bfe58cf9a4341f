package dev.postern.apig.group;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A group of APIs.
 *
 * @param slDomainAccessEnabled whether its APIs can be called by its debugging domain name
 */
@MappedEntity("api_group")
public record ApiGroup(
    @Id String id,
    String instanceId,
    String name,
    @Nullable String remark,
    boolean slDomainAccessEnabled) {
}
