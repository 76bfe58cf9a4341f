package dev.postern.identity;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;
import java.util.Optional;

/** The projects that the server knows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ProjectRepository extends CrudRepository<Project, String> {

    Optional<Project> findByDomainIdAndName(String domainId, String name);

    List<Project> findAllOrderByNameAndId();
}
