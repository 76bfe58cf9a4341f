package dev.postern.apig.definition;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.List;
import java.util.Optional;

/** The versions of all APIs. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface VersionRepository extends CrudRepository<Version, Long>, JpaSpecificationExecutor<Version> {

    Optional<Version> findByVersionIdAndInstanceId(String versionId, String instanceId);

    Optional<Version> findByVersionId(String versionId);

    List<Version> findByPublishIdOrderById(String publishId);

    /** The oldest first. */
    List<Version> findByPublishIdOrderByPublishTimeAndId(String publishId);
}
