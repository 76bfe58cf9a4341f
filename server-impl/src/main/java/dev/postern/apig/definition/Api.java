package dev.postern.apig.definition;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * An API as it is being edited.
 *
 * @param definition the rest of its definition, see {@link Definition}
 * @param route its path with nameless variables
 */
@MappedEntity("api")
public record Api(
    @Id String id,
    String instanceId,
    String groupId,
    String name,
    int type,
    String reqProtocol,
    String reqMethod,
    String reqUri,
    String authType,
    String matchMode,
    @Nullable String remark,
    @Nullable String romaAppId,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant registerTime,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant updateTime,
    String definition,
    String route) {
}
