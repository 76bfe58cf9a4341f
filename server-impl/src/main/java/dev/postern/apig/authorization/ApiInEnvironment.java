package dev.postern.apig.authorization;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * An API as seen from an environment, whether it is published there or not; a row of a view.
 *
 * @param id of the API
 * @param sortName the name by which lists are sorted
 * @param publicationId also of one that was taken offline; null where it was never published there
 * @param online whether it can be called there
 */
@MappedEntity("api_in_environment")
public record ApiInEnvironment(
    @Id String id,
    String instanceId,
    String envId,
    String envName,
    String name,
    String sortName,
    @Nullable String remark,
    String authType,
    String reqUri,
    String groupId,
    String groupName,
    @Nullable String publicationId,
    boolean online) {
}
