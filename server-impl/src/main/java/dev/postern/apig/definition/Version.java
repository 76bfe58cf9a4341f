package dev.postern.apig.definition;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * The definition of an API as it was published.
 *
 * @param id tells the later of two versions of one moment
 * @param definition the whole of it, as JSON
 */
@MappedEntity("api_version")
record Version(
    @Id @GeneratedValue @Nullable Long id,
    String versionId,
    String instanceId,
    String publishId,
    String versionNo,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant publishTime,
    @Nullable String remark,
    String definition) {
}
