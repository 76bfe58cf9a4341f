package dev.postern.apig.group;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The API groups of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ApiGroupRepository extends CrudRepository<ApiGroup, String>, JpaSpecificationExecutor<ApiGroup> {

    boolean existsByIdAndInstanceId(String id, String instanceId);

    boolean existsByInstanceIdAndName(String instanceId, String name);

    long countByInstanceId(String instanceId);

    Optional<ApiGroup> findByIdAndInstanceId(String id, String instanceId);
    List<ApiGroup> findByIdIn(Collection<String> ids);

    List<ApiGroup> findByInstanceIdOrderById(String instanceId);
}
