package dev.postern.apig.throttle;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Optional;

/** The credentials and tenants with limits of their own, by name. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NamedSpecialThrottleRepository extends GenericRepository<NamedSpecialThrottle, String>,
        JpaSpecificationExecutor<NamedSpecialThrottle> {

    Optional<NamedSpecialThrottle> findById(String id);
}
