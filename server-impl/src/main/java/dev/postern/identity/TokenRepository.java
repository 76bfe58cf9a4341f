package dev.postern.identity;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

/** The tokens that the server knows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface TokenRepository extends CrudRepository<Token, String> {
}
