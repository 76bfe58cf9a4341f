package dev.postern.apig.acl;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** What access control policies are bound to. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AclBindingRepository extends CrudRepository<AclBinding, String> {

    /** How many rows that was: 0 or 1. */
    int deleteByIdAndInstanceId(String id, String instanceId);

    List<AclBinding> findByAclIdOrderById(String aclId);
}
