package dev.postern.apig.environment;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.List;

/** The environments of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface EnvironmentRepository
    extends CrudRepository<Environment, EnvironmentId>, JpaSpecificationExecutor<Environment> {

    long countByKeyInstanceId(String instanceId);

    List<Environment> findByKeyInstanceIdOrderByName(String instanceId);
}
