package dev.postern.apig.acl;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The access control policies of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AclRepository extends CrudRepository<Acl, String>, JpaSpecificationExecutor<Acl> {

    Optional<Acl> findByIdAndInstanceId(String id, String instanceId);

    /** Refuses with 404 APIG.3006 where the gateway has no such policy. */
    default Acl require(String instanceId, String aclId) {
        return findByIdAndInstanceId(aclId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3006, aclId));
    }

    List<Acl> findByIdIn(Collection<String> ids);

    List<Acl> findByInstanceIdOrderById(String instanceId);

    long countByInstanceId(String instanceId);
}
