package dev.postern.apig.gateway;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** The availability zones that the state names. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AvailableZoneRepository extends CrudRepository<AvailableZone, String> {

    List<AvailableZone> findAllOrderByPosition();
}
