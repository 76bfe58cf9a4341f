package dev.postern.apig.group;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.Collection;
import java.util.List;

/** The API groups of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ApiGroupRepository extends CrudRepository<ApiGroup, String> {

    boolean existsByIdAndInstanceId(String id, String instanceId);

    List<ApiGroup> findByIdIn(Collection<String> ids);

    List<ApiGroup> findByInstanceIdOrderById(String instanceId);
}
