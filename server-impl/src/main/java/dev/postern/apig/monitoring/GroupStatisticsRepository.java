package dev.postern.apig.monitoring;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** The calls per API group and minute. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GroupStatisticsRepository extends CrudRepository<GroupStatistics, Long> {

    /** From one minute to another, both included, in seconds since 1970. */
    List<GroupStatistics> findByGroupIdAndCurrentMinuteBetweenOrderByCurrentMinute(String groupId, long from, long to);

    List<GroupStatistics> findByInstanceIdOrderByGroupIdAndCurrentMinute(String instanceId);
}
