package dev.postern.apig.environment;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.List;

/** The environments of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface EnvironmentRepository
    extends CrudRepository<Environment, EnvironmentId>, JpaSpecificationExecutor<Environment> {

    /** Refuses with 404 APIG.3003 where the gateway has no such environment. */
    default Environment require(String instanceId, String envId) {
        return findById(new EnvironmentId(instanceId, envId))
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3003, envId));
    }

    long countByKeyInstanceId(String instanceId);

    List<Environment> findByKeyInstanceIdOrderByName(String instanceId);
}
