package dev.postern.apig.gateway;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A project in which gateways were made.
 *
 * @param instanceNumLimit how many it may have; null for the server's default
 */
@MappedEntity("project_quota")
record ProjectQuota(@Id String projectId, @Nullable Integer instanceNumLimit) {
}
