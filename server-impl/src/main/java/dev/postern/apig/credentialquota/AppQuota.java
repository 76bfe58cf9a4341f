package dev.postern.apig.credentialquota;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * How many calls a credential may make in a period.
 *
 * @param resetTime when the first period begins, as it was given
 */
@MappedEntity("app_quota")
public record AppQuota(
    @Id String id,
    String instanceId,
    String name,
    int callLimits,
    String timeUnit,
    int timeInterval,
    @Nullable String resetTime,
    @Nullable String remark,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant createTime) {
}
