package dev.postern.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A token that belongs to one project. */
@MappedEntity("token")
public record Token(@Id String token, String projectId) {
}
