package dev.postern.apig.authorization;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Optional;

/** All APIs as seen from all environments of their gateway. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ApiInEnvironmentRepository extends GenericRepository<ApiInEnvironment, String>,
        JpaSpecificationExecutor<ApiInEnvironment> {

    Optional<ApiInEnvironment> findByIdAndInstanceIdAndEnvId(String id, String instanceId, String envId);
}
