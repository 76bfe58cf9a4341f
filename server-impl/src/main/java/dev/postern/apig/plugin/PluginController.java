package dev.postern.apig.plugin;

import dev.postern.apig.api.PluginApi;
import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.binding.Policy;
import dev.postern.apig.binding.PolicyFilter;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.model.ApiOperPluginInfo;
import dev.postern.apig.model.AttachPluginToApiResponse;
import dev.postern.apig.model.ListApiAttachedPluginsResponse;
import dev.postern.apig.model.ListPluginAttachedApisResponse;
import dev.postern.apig.model.ListPluginsResponse;
import dev.postern.apig.model.PluginCreate;
import dev.postern.apig.model.PluginInfo;
import dev.postern.apig.model.PluginOperApiInfo;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Plug-ins and their attachments. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class PluginController implements PluginApi {

    private final PluginService plugins;
    private final AttachmentService attachments;

    PluginController(PluginService plugins, AttachmentService attachments) {
        this.plugins = plugins;
        this.attachments = attachments;
    }

    @Override
    public PluginInfo createPlugin(String projectId, String instanceId, PluginCreate plugin) {
        return plugins.create(projectId, instanceId, plugin);
    }

    @Override
    public ListPluginsResponse listPlugins(
            String projectId, String instanceId, Long offset, Integer limit, String pluginType, String pluginScope,
            String pluginId, String pluginName, String preciseSearch) {
        return plugins.list(projectId, instanceId, pluginType, pluginScope, pluginId, pluginName, preciseSearch, offset,
            limit);
    }

    @Override
    public PluginInfo showPlugin(String projectId, String instanceId, String pluginId) {
        return plugins.show(projectId, instanceId, pluginId);
    }

    @Override
    public PluginInfo updatePlugin(String projectId, String instanceId, String pluginId, PluginCreate plugin) {
        return plugins.update(projectId, instanceId, pluginId, plugin);
    }

    @Override
    public void deletePlugin(String projectId, String instanceId, String pluginId) {
        plugins.delete(projectId, instanceId, pluginId);
    }

    @Override
    public AttachPluginToApiResponse attachApiToPlugin(String projectId, String instanceId, String pluginId,
                                                       PluginOperApiInfo apis) {
        return attachments.attachToApis(projectId, instanceId, pluginId, apis.getEnvId(), apis.getApiIds());
    }

    @Override
    public AttachPluginToApiResponse attachPluginToApi(String projectId, String instanceId, String apiId,
                                                       ApiOperPluginInfo plugins) {
        return attachments.attachToApi(projectId, instanceId, apiId, plugins.getEnvId(), plugins.getPluginIds());
    }

    @Override
    public void detachApiFromPlugin(String projectId, String instanceId, String pluginId, PluginOperApiInfo apis) {
        attachments.detachFromApis(projectId, instanceId, pluginId, apis.getEnvId(), apis.getApiIds());
    }

    @Override
    public void detachPluginFromApi(String projectId, String instanceId, String apiId, ApiOperPluginInfo plugins) {
        attachments.detachFromApi(projectId, instanceId, apiId, plugins.getEnvId(), plugins.getPluginIds());
    }

    @Override
    public ListPluginAttachedApisResponse listPluginAttachedApis(
            String projectId, String instanceId, String pluginId, Long offset, Integer limit, String envId,
            String apiName, String apiId, String groupId, String reqMethod, String reqUri) {
        return attachments.attachedApis(projectId, instanceId, pluginId,
            new ApiFilter(envId, groupId, apiId, apiName, reqMethod, reqUri, null), offset, limit);
    }

    @Override
    public ListPluginAttachedApisResponse listPluginAttachableApis(
            String projectId, String instanceId, String pluginId, String envId, Long offset, Integer limit,
            String apiName, String apiId, String groupId, String reqMethod, String reqUri) {
        return attachments.attachableApis(projectId, instanceId, pluginId,
            new ApiFilter(envId, groupId, apiId, apiName, reqMethod, reqUri, null), offset, limit);
    }

    @Override
    public ListApiAttachedPluginsResponse listApiAttachedPlugins(
            String projectId, String instanceId, String apiId, Long offset, Integer limit, String envId,
            String pluginName, String pluginId, String envName, String pluginType) {
        return attachments.attachedPlugins(projectId, instanceId, apiId,
            new PolicyFilter(pluginId, pluginName, envId, envName, Policy.slot(PolicyType.PLUGIN, pluginType)),
            offset, limit);
    }

    @Override
    public ListPluginsResponse listApiAttachablePlugins(
            String projectId, String instanceId, String apiId, String envId, Long offset, Integer limit,
            String pluginName, String pluginType, String pluginId) {
        return attachments.attachablePlugins(projectId, instanceId, apiId, envId, pluginName, pluginType, pluginId,
            offset, limit);
    }
}
