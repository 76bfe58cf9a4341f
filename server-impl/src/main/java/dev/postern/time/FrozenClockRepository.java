package dev.postern.time;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

/** Whether the clock stands; in the database, so that replicas agree. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FrozenClockRepository extends CrudRepository<FrozenClock, Integer> {
}
