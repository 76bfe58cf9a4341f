package dev.postern.apig.credential;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The credentials of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface AppRepository extends CrudRepository<App, String>, JpaSpecificationExecutor<App> {

    Optional<App> findByIdAndInstanceId(String id, String instanceId);

    boolean existsByIdAndInstanceId(String id, String instanceId);

    /** Refuses with 404 APIG.3004 where the gateway has no such credential. */
    default void require(String instanceId, String appId) {
        if (!existsByIdAndInstanceId(appId, instanceId)) {
            throw new ApiException(ErrorCode.APIG_3004, appId);
        }
    }

    int countByInstanceId(String instanceId);

    List<App> findByIdIn(Collection<String> ids);

    List<App> findByInstanceIdOrderById(String instanceId);
}
