package dev.postern.apig.domain;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

/** The certificates. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CertificateRepository extends CrudRepository<Certificate, String> {
}
