package dev.postern.snapshot;

import dev.postern.data.InstantConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** A state that is kept by name, as the JSON text that shows it. */
@MappedEntity("snapshot")
record Snapshot(@Id String name, @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant createdAt,
                String state) {
}
