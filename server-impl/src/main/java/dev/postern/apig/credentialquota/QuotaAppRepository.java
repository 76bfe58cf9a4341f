package dev.postern.apig.credentialquota;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Optional;

/** Credentials with the quotas that they have. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuotaAppRepository extends GenericRepository<QuotaApp, String>, JpaSpecificationExecutor<QuotaApp> {

    Optional<QuotaApp> findByAppIdAndInstanceId(String appId, String instanceId);

    boolean existsByAppIdAndInstanceId(String appId, String instanceId);
}
