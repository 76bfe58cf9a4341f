package dev.postern.apig.monitoring;

import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.group.ApiGroupRepository;
import dev.postern.apig.model.ListLatelyGroupStatisticsV2Response;
import dev.postern.apig.model.StatisticsGroup;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The rules of call statistics. */
@Singleton
class MonitoringService {

    /** The vendor's example prints its own time zone. */
    private static final DateTimeFormatter LOCAL_TIME =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));
    private static final String SUCCESS = "APIG.0000";
    /** The minutes of an hour, from the first to the last. */
    private static final long MINUTES = 59;

    private final GatewayAccess gateways;
    private final ApiGroupRepository groups;
    private final GroupStatisticsRepository statistics;
    private final Clock clock;

    MonitoringService(GatewayAccess gateways, ApiGroupRepository groups, GroupStatisticsRepository statistics,
                      Clock clock) {
        this.gateways = gateways;
        this.groups = groups;
        this.statistics = statistics;
        this.clock = clock;
    }

    /** The calls of each minute of the last hour that had any. */
    @Transactional
    ListLatelyGroupStatisticsV2Response lastHour(String projectId, String instanceId, String groupId) {
        gateways.read(projectId, instanceId);
        groups.require(instanceId, groupId);
        Instant last = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Instant first = last.minus(MINUTES, ChronoUnit.MINUTES);
        List<StatisticsGroup> list = statistics
            .findByGroupIdAndCurrentMinuteBetweenOrderByCurrentMinute(groupId, first.getEpochSecond(), last.getEpochSecond())
            .stream().map(MonitoringService::shown).toList();
        return new ListLatelyGroupStatisticsV2Response().code(SUCCESS)
            .startTime(first.getEpochSecond()).endTime(last.getEpochSecond()).list(list);
    }

    private static StatisticsGroup shown(GroupStatistics row) {
        return Shapes.as(row, StatisticsGroup.class)
            .reqTime(LOCAL_TIME.format(Instant.ofEpochSecond(row.currentMinute())))
            .registerTime(LOCAL_TIME.format(row.registerTime()));
    }
}
