package dev.postern.apig.environment;

import dev.postern.apig.api.EnvironmentApi;
import dev.postern.apig.model.EnvCreate;
import dev.postern.apig.model.EnvInfo;
import dev.postern.apig.model.ListEnvironmentsV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Environments. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class EnvironmentController implements EnvironmentApi {

    private final EnvironmentService service;

    EnvironmentController(EnvironmentService service) {
        this.service = service;
    }

    @Override
    public EnvInfo createEnvironmentV2(String projectId, String instanceId, EnvCreate environment) {
        return service.create(projectId, instanceId, environment);
    }

    @Override
    public ListEnvironmentsV2Response listEnvironmentsV2(String projectId, String instanceId, Long offset,
                                                         Integer limit, String name) {
        return service.list(projectId, instanceId, offset, limit, name);
    }

    @Override
    public EnvInfo updateEnvironmentV2(String projectId, String instanceId, String envId, EnvCreate environment) {
        return service.update(projectId, instanceId, envId, environment);
    }

    @Override
    public void deleteEnvironmentV2(String projectId, String instanceId, String envId) {
        service.delete(projectId, instanceId, envId);
    }
}
