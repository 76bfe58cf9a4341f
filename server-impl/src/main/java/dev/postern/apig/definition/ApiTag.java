package dev.postern.apig.definition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A tag of an API, as it is being edited. */
@MappedEntity("api_tag")
record ApiTag(@Id @GeneratedValue @Nullable Long id, String instanceId, String apiId, String tag) {
}
