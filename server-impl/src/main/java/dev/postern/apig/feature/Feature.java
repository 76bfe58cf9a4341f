package dev.postern.apig.feature;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** A feature of a gateway as it was set. */
@MappedEntity("feature")
record Feature(
    @Id String id,
    String instanceId,
    String name,
    boolean enable,
    @Nullable String config,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant updateTime) {
}
