package dev.postern.apig.resource;

import dev.postern.apig.definition.Api;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** How many things there are in a gateway. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ResourceRepository extends GenericRepository<Api, String> {

    @Query("select count(*) from api_group where instance_id = :instanceId")
    int countGroups(String instanceId);

    @Query("select count(*) from api where instance_id = :instanceId")
    int countApis(String instanceId);

    @Query("select count(*) from publication where instance_id = :instanceId and env_id = :envId and online")
    int countPublished(String instanceId, String envId);

    @Query("select count(*) from app where instance_id = :instanceId")
    int countApps(String instanceId);

    @Query("select count(distinct policy_id) from binding where instance_id = :instanceId and policy_type = 'APP'")
    int countAuthorizedApps(String instanceId);
}
