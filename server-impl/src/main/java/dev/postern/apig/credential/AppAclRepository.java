package dev.postern.apig.credential;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

/** From where credentials may be used, of those that may not be used from everywhere. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AppAclRepository extends CrudRepository<AppAcl, String> {
}
