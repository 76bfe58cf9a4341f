package dev.postern.apig.gateway;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * An availability zone that the state names.
 *
 * @param position its place among the others
 * @param details what is shown of it, as JSON text
 */
@MappedEntity("available_zone")
record AvailableZone(@Id String id, int position, String details) {
}
