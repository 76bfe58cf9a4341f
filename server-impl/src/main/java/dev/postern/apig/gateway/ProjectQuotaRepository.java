package dev.postern.apig.gateway;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** How many gateways projects may have. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProjectQuotaRepository extends CrudRepository<ProjectQuota, String> {

    /** Makes sure that there is a row to lock. */
    @Query("insert into project_quota (project_id) values (:projectId) on conflict do nothing")
    void add(String projectId);

    /** Keeps every other writer away from it until the transaction ends. */
    ProjectQuota findByProjectIdForUpdate(String projectId);

    List<ProjectQuota> findByInstanceNumLimitIsNotNullOrderByProjectId();
}
