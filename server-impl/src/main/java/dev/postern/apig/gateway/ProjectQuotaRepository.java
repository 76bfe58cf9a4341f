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

    /** The same for all projects that have gateways. */
    @Query("""
        insert into project_quota (project_id)
        select distinct project_id from gateway where project_id not in (select project_id from project_quota)""")
    void addAll();

    /** Keeps every other writer away from it until the transaction ends. */
    ProjectQuota findByProjectIdForUpdate(String projectId);

    /** How many gateways there are, with those that are gone and not removed yet. */
    @Query("select coalesce(max(gateways), 0) from project_quota where project_id = :projectId")
    long countGateways(String projectId);

    @Query("update project_quota set gateways = gateways + :more where project_id = :projectId")
    void addGateways(String projectId, int more);

    @Query("update project_quota set gateways = (select count(*) from gateway g where g.project_id = project_quota.project_id)")
    void countAllGateways();

    List<ProjectQuota> findByInstanceNumLimitIsNotNullOrderByProjectId();
}
