package dev.postern.apig.plugin;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

/** The APIs that plug-ins are attached to. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AttachedApiRepository extends GenericRepository<AttachedApi, String>, JpaSpecificationExecutor<AttachedApi> {
}
