package dev.postern.apig.credential;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.List;
import java.util.Optional;

/** The AppCodes of all credentials. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AppCodeRepository extends CrudRepository<AppCode, String>, JpaSpecificationExecutor<AppCode> {

    int countByAppId(String appId);

    Optional<AppCode> findByIdAndAppId(String id, String appId);

    /** How many rows that was: 0 or 1. */
    int deleteByIdAndAppId(String id, String appId);

    List<AppCode> findByAppIdOrderById(String appId);
}
