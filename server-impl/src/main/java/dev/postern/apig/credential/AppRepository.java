package dev.postern.apig.credential;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;
import java.util.Optional;

/** The credentials of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AppRepository extends CrudRepository<App, String> {

    Optional<App> findByIdAndInstanceId(String id, String instanceId);

    List<App> findByInstanceIdOrderById(String instanceId);
}
