package dev.postern.secmaster.subscription;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;
import java.util.Optional;

/** The subscribed resources of all projects. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SubscriptionRepository extends CrudRepository<Subscription, String> {

    /** Keeps every other order away from the resource until the transaction ends. */
    Optional<Subscription> findByResourceIdAndProjectIdForUpdate(String resourceId, String projectId);

    List<Subscription> findAllOrderByResourceId();
}
