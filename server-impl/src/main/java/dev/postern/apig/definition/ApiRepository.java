package dev.postern.apig.definition;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** The APIs of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ApiRepository extends CrudRepository<Api, String> {

    boolean existsByIdAndInstanceId(String id, String instanceId);

    boolean existsByGroupId(String groupId);

    List<Api> findByInstanceIdOrderById(String instanceId);
}
