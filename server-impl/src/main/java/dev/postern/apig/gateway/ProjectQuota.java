package dev.postern.apig.gateway;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * A project in which gateways were made.
 *
 * @param instanceNumLimit how many it may have; null for the server's default
 * @param configTime when that was set
 * @param remark what is shown of it for people; null for the usual
 */
@MappedEntity("project_quota")
public record ProjectQuota(
    @Id String projectId,
    @Nullable Integer instanceNumLimit,
    @Nullable @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant configTime,
    @Nullable String remark) {
}
