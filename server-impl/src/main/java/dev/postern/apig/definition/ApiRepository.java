package dev.postern.apig.definition;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** The APIs of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ApiRepository extends CrudRepository<Api, String> {

    boolean existsByIdAndInstanceId(String id, String instanceId);

    /** Refuses with 404 APIG.3002 where the gateway has no such API. */
    default void require(String instanceId, String apiId) {
        if (!existsByIdAndInstanceId(apiId, instanceId)) {
            throw new ApiException(ErrorCode.APIG_3002, apiId);
        }
    }

    List<Api> findByInstanceIdOrderById(String instanceId);
}
