package dev.postern.apig.group;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The API groups of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ApiGroupRepository extends CrudRepository<ApiGroup, String>, JpaSpecificationExecutor<ApiGroup> {

    boolean existsByInstanceIdAndName(String instanceId, String name);

    long countByInstanceId(String instanceId);

    Optional<ApiGroup> findByIdAndInstanceId(String id, String instanceId);

    /** Refuses with 404 APIG.3001 where the gateway has no such group. */
    default ApiGroup require(String instanceId, String groupId) {
        return findByIdAndInstanceId(groupId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3001, groupId));
    }

    List<ApiGroup> findByIdIn(Collection<String> ids);

    List<ApiGroup> findByInstanceIdOrderById(String instanceId);
}
