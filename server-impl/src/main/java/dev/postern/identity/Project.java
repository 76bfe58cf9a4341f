package dev.postern.identity;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A part of a domain, usually one for each region; gateways belong to one. */
@MappedEntity("iam_project")
public record Project(@Id String id, String domainId, String name, String parentId, @Nullable String description,
                      boolean enabled) {
}
