package dev.postern.identity;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** An account, which IAM calls a domain. */
@MappedEntity("iam_domain")
public record Domain(@Id String id, String name, @Nullable String description) {
}
