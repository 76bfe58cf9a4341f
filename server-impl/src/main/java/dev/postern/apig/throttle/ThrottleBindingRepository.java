package dev.postern.apig.throttle;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** What request throttling policies are bound to. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ThrottleBindingRepository extends CrudRepository<ThrottleBinding, String> {

    int countByThrottleId(String throttleId);

    List<ThrottleBinding> findByThrottleIdOrderById(String throttleId);
}
