package dev.postern.apig.plugin;

import dev.postern.apig.api.PluginApi;
import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.model.ApiOperPluginInfo;
import dev.postern.apig.model.ListPluginAttachedApisResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Plug-ins. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class PluginController implements PluginApi {

    private final PluginService service;

    PluginController(PluginService service) {
        this.service = service;
    }

    @Override
    public ListPluginAttachedApisResponse listPluginAttachedApis(
            String projectId, String instanceId, String pluginId, Long offset, Integer limit, String envId,
            String apiName, String apiId, String groupId, String reqMethod, String reqUri) {
        return service.attachedApis(projectId, instanceId, pluginId, offset, limit,
            new ApiFilter(envId, groupId, apiId, apiName, reqMethod, reqUri, null));
    }

    @Override
    public void detachPluginFromApi(String projectId, String instanceId, String apiId, ApiOperPluginInfo plugins) {
        service.detach(projectId, instanceId, apiId, plugins.getEnvId(), plugins.getPluginIds());
    }
}
