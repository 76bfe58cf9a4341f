package dev.postern.apig.variable;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.List;
import java.util.Optional;

/** The variables of all API groups. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface VariableRepository extends CrudRepository<Variable, String>, JpaSpecificationExecutor<Variable> {

    long countByGroupIdAndEnvId(String groupId, String envId);

    Optional<Variable> findByIdAndInstanceId(String id, String instanceId);

    List<Variable> findByGroupIdOrderById(String groupId);

    List<Variable> findByInstanceIdAndGroupIdAndEnvId(String instanceId, String groupId, String envId);
}
