package dev.postern.apig.credentialquota;

import dev.postern.data.InstantConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** That a credential has a quota; it has one at most. */
@MappedEntity("app_quota_binding")
public record AppQuotaBinding(
    @Id String appId,
    String instanceId,
    String appQuotaId,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant boundTime) {
}
