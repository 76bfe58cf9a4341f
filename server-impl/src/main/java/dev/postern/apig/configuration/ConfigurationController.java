package dev.postern.apig.configuration;

import dev.postern.apig.api.ConfigurationApi;
import dev.postern.apig.model.ListInstanceConfigsV2Response;
import dev.postern.apig.model.ListProjectCofigsV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Limits of projects and gateways. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ConfigurationController implements ConfigurationApi {

    private final ConfigurationService service;

    ConfigurationController(ConfigurationService service) {
        this.service = service;
    }

    @Override
    public ListInstanceConfigsV2Response listInstanceConfigsV2(String projectId, Long offset, Integer limit) {
        return service.ofProject(projectId, offset, limit);
    }

    @Override
    public ListProjectCofigsV2Response listProjectCofigsV2(String projectId, String instanceId, Long offset,
                                                           Integer limit) {
        return service.ofGateway(projectId, instanceId, offset, limit);
    }
}
