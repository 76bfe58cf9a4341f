package dev.postern.apig.throttle;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The credentials and tenants with limits of their own, of all policies. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SpecialThrottleRepository extends CrudRepository<SpecialThrottle, String> {

    Optional<SpecialThrottle> findByIdAndThrottleId(String id, String throttleId);

    long countByThrottleIdAndObjectType(String throttleId, String objectType);

    @Query("select distinct throttle_id from special_throttle where throttle_id in (:throttleIds)")
    Set<String> findThrottleIds(Collection<String> throttleIds);

    List<SpecialThrottle> findByInstanceIdOrderById(String instanceId);

    /** How many rows that was: 0 or 1. */
    int deleteByIdAndThrottleId(String id, String throttleId);
}
