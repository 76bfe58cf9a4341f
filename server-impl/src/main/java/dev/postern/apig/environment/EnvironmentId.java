package dev.postern.apig.environment;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.MappedProperty;

/** Environments have the same ids in every gateway: RELEASE always has the literal one. */
@Embeddable
public record EnvironmentId(@MappedProperty("instance_id") String instanceId, @MappedProperty("id") String id) {
}
