package dev.postern.apig.credentialquota;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** Which credentials have which quota. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AppQuotaBindingRepository extends CrudRepository<AppQuotaBinding, String> {

    int countByAppQuotaId(String appQuotaId);

    /** How many rows that was: 0 or 1. */
    int deleteByAppIdAndAppQuotaId(String appId, String appQuotaId);

    List<AppQuotaBinding> findByAppQuotaIdOrderByAppId(String appQuotaId);
}
