package dev.postern.apig.feature;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;
import java.util.Optional;

/** The features that were set. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FeatureRepository extends CrudRepository<Feature, String> {

    Optional<Feature> findByInstanceIdAndName(String instanceId, String name);

    List<Feature> findByInstanceIdOrderByName(String instanceId);
}
