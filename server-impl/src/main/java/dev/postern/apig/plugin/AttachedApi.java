package dev.postern.apig.plugin;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** An API that a plug-in is attached to, with where that holds; a row of a view. */
@MappedEntity("attached_api")
public record AttachedApi(
    @Id String pluginAttachId,
    String pluginId,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant attachedTime,
    String publishId,
    String apiId,
    String apiName,
    int type,
    String reqProtocol,
    String reqMethod,
    String reqUri,
    String authType,
    String matchMode,
    @Nullable String remark,
    String groupId,
    String groupName,
    @Nullable String romaAppId,
    String envId,
    String envName) {
}
