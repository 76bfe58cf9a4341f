package dev.postern.identity;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;
import java.util.Optional;

/** The domains that the server knows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface DomainRepository extends CrudRepository<Domain, String> {

    Optional<Domain> findByName(String name);

    List<Domain> findAllOrderByName();
}
