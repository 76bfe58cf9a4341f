package dev.postern.ids;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** How many ids were drawn from the seed; one row. */
@MappedEntity("id_counter")
record IdCounter(@Id int id, long drawn) {
}
