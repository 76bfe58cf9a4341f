package dev.postern.apig.monitoring;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.GroupStatisticsState;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Instant;

/** The call statistics of the state. */
@Singleton
class MonitoringStatePart implements GatewayPart {

    private static final long MINUTE = 60;

    private final GroupStatisticsRepository repository;

    MonitoringStatePart(GroupStatisticsRepository repository) {
        this.repository = repository;
    }

    @Override
    public int getOrder() {
        return APIS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".statistics", gateway.getStatistics(), (place, minute) -> {
            places.require(place + ".group_id", "API group", gateway.getId(), minute.getGroupId());
            if (minute.getCurrentMinute() % MINUTE != 0) {
                throw Places.refused(place + ".current_minute", "it is not the beginning of a minute");
            }
            places.define(place + ".current_minute", "entry for the minute", minute.getGroupId(),
                minute.getCurrentMinute().toString());
            repository.save(new GroupStatistics(null, gateway.getId(), minute.getGroupId(),
                minute.getCurrentMinute(),
                minute.getRegisterTime() == null
                    ? Instant.ofEpochSecond(minute.getCurrentMinute() + MINUTE) : minute.getRegisterTime().toInstant(),
                minute.getProvider() == null ? gateway.getProjectId() : minute.getProvider(),
                minute.getReqCount(), minute.getReqCount2xx(), minute.getReqCount4xx(), minute.getReqCount5xx(),
                minute.getReqCountError(), minute.getMaxLatency(), minute.getAvgLatency(),
                minute.getInputThroughput(), minute.getOutputThroughput()));
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setStatistics(Places.orNull(
            repository.findByInstanceIdOrderByGroupIdAndCurrentMinute(gateway.getId()),
            row -> Shapes.as(row, GroupStatisticsState.class)));
    }
}
