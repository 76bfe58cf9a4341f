package dev.postern.apig.variable;

import dev.postern.apig.api.VariableApi;
import dev.postern.apig.model.EnvVariableBase;
import dev.postern.apig.model.EnvVariableCreate;
import dev.postern.apig.model.EnvVariableInfo;
import dev.postern.apig.model.ListEnvironmentVariablesV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Variables of API groups. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class VariableController implements VariableApi {

    private final VariableService service;

    VariableController(VariableService service) {
        this.service = service;
    }

    @Override
    public EnvVariableInfo createEnvironmentVariableV2(String projectId, String instanceId, EnvVariableCreate variable) {
        return service.create(projectId, instanceId, variable);
    }

    @Override
    public ListEnvironmentVariablesV2Response listEnvironmentVariablesV2(
            String projectId, String instanceId, String groupId, Long offset, Integer limit, String envId,
            String variableName, String preciseSearch) {
        return service.list(projectId, instanceId, offset, limit, groupId, envId, variableName, preciseSearch);
    }

    @Override
    public EnvVariableInfo showDetailsOfEnvironmentVariableV2(String projectId, String instanceId, String variableId) {
        return service.show(projectId, instanceId, variableId);
    }

    @Override
    public EnvVariableInfo updateEnvironmentVariableV2(String projectId, String instanceId, String variableId,
                                                       EnvVariableBase variable) {
        return service.update(projectId, instanceId, variableId, variable);
    }

    @Override
    public void deleteEnvironmentVariableV2(String projectId, String instanceId, String variableId) {
        service.delete(projectId, instanceId, variableId);
    }
}
