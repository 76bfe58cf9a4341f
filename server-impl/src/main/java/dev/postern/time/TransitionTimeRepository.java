package dev.postern.time;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

/** The transition times that are set. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TransitionTimeRepository extends CrudRepository<TransitionTimeRow, String> {
}
