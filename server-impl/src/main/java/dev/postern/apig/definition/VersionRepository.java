package dev.postern.apig.definition;

import io.micronaut.data.annotation.Query;
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

    /** The versions that take effect in an environment and hold a text. */
    @Query("""
        select v.* from api_version v join publication p on p.version_id = v.version_id
        where p.instance_id = :instanceId and p.env_id = :envId and p.online and position(:text in v.definition) > 0
        order by v.id""")
    List<Version> findInEffect(String instanceId, String envId, String text);

    List<Version> findByPublishIdOrderById(String publishId);

    /** The oldest first. */
    List<Version> findByPublishIdOrderByPublishTimeAndId(String publishId);
}
