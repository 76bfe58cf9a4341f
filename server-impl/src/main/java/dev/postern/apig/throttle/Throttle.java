package dev.postern.apig.throttle;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** A request throttling policy. */
@MappedEntity("throttle")
public record Throttle(
    @Id String id,
    String instanceId,
    String name,
    int type,
    int timeInterval,
    String timeUnit,
    int apiCallLimits,
    @Nullable Integer userCallLimits,
    @Nullable Integer appCallLimits,
    @Nullable Integer ipCallLimits,
    @Nullable String remark,
    String enableAdaptiveControl,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant createTime) {
}
