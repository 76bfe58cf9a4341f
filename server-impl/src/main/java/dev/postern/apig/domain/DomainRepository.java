package dev.postern.apig.domain;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The domain names of all API groups. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DomainRepository extends CrudRepository<Domain, String> {

    Optional<Domain> findByIdAndGroupId(String id, String groupId);

    List<Domain> findByGroupIdOrderById(String groupId);

    List<Domain> findByGroupIdInOrderById(Collection<String> groupIds);
}
