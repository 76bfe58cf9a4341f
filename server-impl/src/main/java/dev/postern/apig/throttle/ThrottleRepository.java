package dev.postern.apig.throttle;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The request throttling policies of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ThrottleRepository extends CrudRepository<Throttle, String>, JpaSpecificationExecutor<Throttle> {

    Optional<Throttle> findByIdAndInstanceId(String id, String instanceId);

    /** Refuses with 404 APIG.3005 where the gateway has no such policy. */
    default Throttle require(String instanceId, String throttleId) {
        return findByIdAndInstanceId(throttleId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3005, throttleId));
    }

    List<Throttle> findByIdIn(Collection<String> ids);

    List<Throttle> findByInstanceIdOrderById(String instanceId);

    long countByInstanceId(String instanceId);
}
