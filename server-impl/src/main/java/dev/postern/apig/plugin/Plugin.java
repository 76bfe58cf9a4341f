package dev.postern.apig.plugin;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A plug-in. */
@MappedEntity("plugin")
public record Plugin(
    @Id String id,
    String instanceId,
    String name) {
}
