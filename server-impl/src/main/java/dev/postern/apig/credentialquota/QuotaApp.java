package dev.postern.apig.credentialquota;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** A credential with the quota that it has, if any; a row of a view. */
@MappedEntity("quota_app")
public record QuotaApp(
    @Id String appId,
    String instanceId,
    String name,
    int status,
    String appKey,
    @Nullable String remark,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant registerTime,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant updateTime,
    @Nullable String quotaId,
    @Nullable String appQuotaName,
    @Nullable @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant boundTime) {
}
