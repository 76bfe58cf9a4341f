package dev.postern.apig.binding;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * An API in an environment; a row of a view.
 *
 * @param online whether it can be called there; bindings stay when it is taken offline
 */
@MappedEntity("published_api")
public record PublishedApi(
    @Id String publishId,
    String instanceId,
    boolean online,
    String apiId,
    String apiName,
    int type,
    @Nullable String remark,
    String reqProtocol,
    String reqMethod,
    String reqUri,
    String authType,
    String matchMode,
    @Nullable String romaAppId,
    String groupId,
    String groupName,
    String envId,
    String envName) {
}
