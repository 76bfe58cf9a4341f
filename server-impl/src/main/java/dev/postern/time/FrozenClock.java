package dev.postern.time;

import dev.postern.data.InstantConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** The moment at which the clock stands; the only row there can be, and none while it runs. */
@MappedEntity("clock")
record FrozenClock(@Id int id, @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant frozenAt) {

    static final int ONLY = 1;
}
