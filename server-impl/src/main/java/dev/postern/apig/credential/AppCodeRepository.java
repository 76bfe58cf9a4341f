package dev.postern.apig.credential;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** The AppCodes of all credentials. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AppCodeRepository extends CrudRepository<AppCode, String> {

    int countByAppId(String appId);

    List<AppCode> findByAppIdOrderById(String appId);
}
