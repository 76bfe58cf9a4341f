package dev.postern.apig.monitoring;

import dev.postern.apig.api.MonitoringApi;
import dev.postern.apig.model.ListLatelyGroupStatisticsV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Call statistics. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class MonitoringController implements MonitoringApi {

    private final MonitoringService service;

    MonitoringController(MonitoringService service) {
        this.service = service;
    }

    @Override
    public ListLatelyGroupStatisticsV2Response listLatelyGroupStatisticsV2(String projectId, String instanceId,
                                                                           String groupId) {
        return service.lastHour(projectId, instanceId, groupId);
    }
}
