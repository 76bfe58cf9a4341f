package dev.postern.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** The tokens that the server knows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TokenRepository extends CrudRepository<Token, String> {

    List<Token> findAllOrderByTokenHash();

    /** Forgets tokens that expired before a moment, in nanoseconds since 1970. */
    @Query("delete from access_token where expires_at < :moment")
    int deleteExpired(long moment);
}
