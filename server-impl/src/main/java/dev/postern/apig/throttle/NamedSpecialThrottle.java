package dev.postern.apig.throttle;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * A credential or a tenant with a limit of its own, and its name; a row of a view.
 *
 * @param objectName of a tenant the id: names of tenants are not known
 */
@MappedEntity("named_special_throttle")
record NamedSpecialThrottle(
    @Id String id,
    String throttleId,
    String objectType,
    String objectId,
    String objectName,
    @Nullable String appId,
    @Nullable String appName,
    int callLimits,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant applyTime) {
}
