package dev.postern.apig.signature;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The signature keys of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SignatureKeyRepository extends CrudRepository<SignatureKey, String>, JpaSpecificationExecutor<SignatureKey> {

    Optional<SignatureKey> findByIdAndInstanceId(String id, String instanceId);

    /** Refuses with 404 APIG.3017 where the gateway has no such key. */
    default SignatureKey require(String instanceId, String signId) {
        return findByIdAndInstanceId(signId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3017, signId));
    }

    List<SignatureKey> findByIdIn(Collection<String> ids);

    List<SignatureKey> findByInstanceIdOrderById(String instanceId);

    long countByInstanceId(String instanceId);
}
