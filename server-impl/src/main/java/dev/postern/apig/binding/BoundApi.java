package dev.postern.apig.binding;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * A binding with the API and the environment that it holds for; a row of a view.
 *
 * @param id of the binding
 * @param slot see {@link Policy}
 */
@MappedEntity("bound_api")
public record BoundApi(
    @Id String id,
    PolicyType policyType,
    String policyId,
    String policyName,
    String slot,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant boundTime,
    String publishId,
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
