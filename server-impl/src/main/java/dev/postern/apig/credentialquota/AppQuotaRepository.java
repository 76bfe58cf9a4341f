package dev.postern.apig.credentialquota;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.List;
import java.util.Optional;

/** The quotas of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AppQuotaRepository extends CrudRepository<AppQuota, String>, JpaSpecificationExecutor<AppQuota> {

    Optional<AppQuota> findByIdAndInstanceId(String id, String instanceId);

    List<AppQuota> findByInstanceIdOrderById(String instanceId);
}
