package dev.postern.apig.acl;

import dev.postern.data.InstantConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * An access control policy.
 *
 * @param aclType whether those it lists may call, or all others
 * @param entityType what it lists
 * @param aclValue the list, with commas between
 */
@MappedEntity("acl")
public record Acl(
    @Id String id,
    String instanceId,
    String name,
    String aclType,
    String entityType,
    String aclValue,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant updateTime) {
}
