package dev.postern.apig.response;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The gateway responses of all API groups. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface GatewayResponseRepository
    extends CrudRepository<GatewayResponse, String>, JpaSpecificationExecutor<GatewayResponse> {

    long countByGroupIdAndIsDefaultFalse(String groupId);

    Optional<GatewayResponse> findByIdAndGroupId(String id, String groupId);

    /** Refuses with 404 APIG.3007 where the group has no such response. */
    default GatewayResponse require(String groupId, String responseId) {
        return findByIdAndGroupId(responseId, groupId).orElseThrow(() -> new ApiException(ErrorCode.APIG_3007));
    }

    List<GatewayResponse> findByGroupIdOrderById(String groupId);

    List<GatewayResponse> findByGroupIdIn(Collection<String> groupIds);
}
