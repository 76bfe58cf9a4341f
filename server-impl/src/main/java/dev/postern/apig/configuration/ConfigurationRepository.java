package dev.postern.apig.configuration;

import dev.postern.apig.definition.Api;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;

/** How much of its limits a gateway uses. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConfigurationRepository extends GenericRepository<Api, String> {

    @Query("""
        select 'API_NUM_LIMIT' as name, count(*) as used from api where instance_id = :instanceId
        union all select 'APP_NUM_LIMIT', count(*) from app where instance_id = :instanceId
        union all select 'APIGROUP_NUM_LIMIT', count(*) from api_group where instance_id = :instanceId
        union all select 'ENVIRONMENT_NUM_LIMIT', count(*) from environment where instance_id = :instanceId
        union all select 'THROTTLE_NUM_LIMIT', count(*) from throttle where instance_id = :instanceId
        union all select 'SIGN_NUM_LIMIT', count(*) from sign_key where instance_id = :instanceId
        union all select 'ACL_NUM_LIMIT', count(*) from acl where instance_id = :instanceId""")
    List<Usage> usage(String instanceId);
}
