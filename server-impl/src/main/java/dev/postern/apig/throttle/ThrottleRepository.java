package dev.postern.apig.throttle;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;
import java.util.Optional;

/** The request throttling policies of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ThrottleRepository extends CrudRepository<Throttle, String> {

    Optional<Throttle> findByIdAndInstanceId(String id, String instanceId);

    List<Throttle> findByInstanceIdOrderById(String instanceId);
}
