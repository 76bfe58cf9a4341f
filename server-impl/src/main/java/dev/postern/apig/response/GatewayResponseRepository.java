package dev.postern.apig.response;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.List;
import java.util.Optional;

/** The gateway responses of all API groups. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface GatewayResponseRepository
    extends CrudRepository<GatewayResponse, String>, JpaSpecificationExecutor<GatewayResponse> {

    long countByGroupIdAndIsDefaultFalse(String groupId);

    Optional<GatewayResponse> findByIdAndGroupId(String id, String groupId);

    List<GatewayResponse> findByGroupIdOrderById(String groupId);
}
