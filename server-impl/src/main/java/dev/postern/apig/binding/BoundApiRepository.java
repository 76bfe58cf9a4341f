package dev.postern.apig.binding;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;

/** Bindings with the APIs and environments that they hold for. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BoundApiRepository extends GenericRepository<BoundApi, String>, JpaSpecificationExecutor<BoundApi> {

    List<BoundApi> findByPolicyTypeAndPolicyIdAndPublishIdIn(PolicyType policyType, String policyId,
                                                             Collection<String> publishIds);

    List<BoundApi> findBySlotAndPublishIdIn(String slot, Collection<String> publishIds);
}
