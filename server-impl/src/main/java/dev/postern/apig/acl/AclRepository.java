package dev.postern.apig.acl;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** The access control policies of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AclRepository extends CrudRepository<Acl, String> {

    List<Acl> findByInstanceIdOrderById(String instanceId);
}
