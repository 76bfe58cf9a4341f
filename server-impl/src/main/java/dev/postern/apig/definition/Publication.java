package dev.postern.apig.definition;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * An API in an environment; it stays when the API is taken offline, because bindings and versions belong to it.
 *
 * @param versionId the version that takes effect; null where none does, or, while online, the definition being edited
 */
@MappedEntity("publication")
public record Publication(
    @Id String publishId,
    String instanceId,
    String apiId,
    String envId,
    boolean online,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant publishTime,
    @Nullable String remark,
    @Nullable String versionId) {
}
