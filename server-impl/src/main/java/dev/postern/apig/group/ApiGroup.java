package dev.postern.apig.group;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A group of APIs. */
@MappedEntity("api_group")
public record ApiGroup(
    @Id String id,
    String instanceId,
    String name,
    @Nullable String remark) {
}
