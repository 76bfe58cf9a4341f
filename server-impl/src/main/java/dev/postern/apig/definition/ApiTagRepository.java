package dev.postern.apig.definition;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** The tags of all APIs. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ApiTagRepository extends CrudRepository<ApiTag, Long> {

    void deleteByApiId(String apiId);

    /** The tags of a gateway, each once, in the order of the oldest APIs that have them. */
    @Query("""
        select t.tag from api_tag t join api a on a.id = t.api_id where t.instance_id = :instanceId
        group by t.tag order by min(a.register_time), min(t.id) offset :offset rows fetch next :limit rows only""")
    List<String> list(String instanceId, long offset, int limit);

    @Query("select count(distinct tag) from api_tag where instance_id = :instanceId")
    long countTags(String instanceId);
}
