package dev.postern.apig.definition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** An API. */
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
    @Nullable String romaAppId) {
}
