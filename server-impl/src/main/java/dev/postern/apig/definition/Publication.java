package dev.postern.apig.definition;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** An API in an environment; it stays when the API is taken offline, because bindings belong to it. */
@MappedEntity("publication")
public record Publication(
    @Id String publishId,
    String instanceId,
    String apiId,
    String envId,
    boolean online) {
}
