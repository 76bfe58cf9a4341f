package dev.postern.apig.definition;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The APIs of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ApiRepository extends CrudRepository<Api, String>, JpaSpecificationExecutor<Api> {

    boolean existsByGroupId(String groupId);

    Optional<Api> findByIdAndInstanceId(String id, String instanceId);

    /** Refuses with 404 APIG.3002 where the gateway has no such API. */
    default Api require(String instanceId, String apiId) {
        return findByIdAndInstanceId(apiId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3002, apiId));
    }

    List<Api> findByInstanceIdOrderById(String instanceId);

    List<Api> findByInstanceIdAndIdIn(String instanceId, Collection<String> ids);

    List<Api> findByInstanceIdAndGroupIdOrderById(String instanceId, String groupId);

    long countByInstanceId(String instanceId);

    long countByGroupId(String groupId);
}
