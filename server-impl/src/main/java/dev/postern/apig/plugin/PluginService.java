package dev.postern.apig.plugin;

import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.BoundApi;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.definition.ApiRepository;
import dev.postern.apig.definition.PublicationRepository;
import dev.postern.apig.environment.EnvironmentId;
import dev.postern.apig.environment.EnvironmentRepository;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.ListPluginAttachedApisResponse;
import dev.postern.apig.model.PluginApiInfo;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.ZoneOffset;
import java.util.List;

/** The rules of plug-ins and their attachments. */
@Singleton
class PluginService {

    private final GatewayAccess gateways;
    private final PluginRepository plugins;
    private final Bindings bindings;
    private final ApiRepository apis;
    private final EnvironmentRepository environments;
    private final PublicationRepository publications;

    PluginService(GatewayAccess gateways, PluginRepository plugins, Bindings bindings, ApiRepository apis,
                  EnvironmentRepository environments, PublicationRepository publications) {
        this.gateways = gateways;
        this.plugins = plugins;
        this.bindings = bindings;
        this.apis = apis;
        this.environments = environments;
        this.publications = publications;
    }

    /** One window of the APIs that a plug-in is attached to, newest attachment first. */
    @Transactional
    ListPluginAttachedApisResponse attachedApis(String projectId, String instanceId, String pluginId, long offset,
                                                int limit, ApiFilter filter) {
        gateways.read(projectId, instanceId);
        requirePlugin(instanceId, pluginId);
        Page<BoundApi> page = bindings.apis(instanceId, PolicyType.PLUGIN, pluginId, filter, offset, limit);
        List<PluginApiInfo> shown = page.items().stream().map(PluginService::shown).toList();
        return new ListPluginAttachedApisResponse().apis(shown).size(shown.size()).total(page.total());
    }

    private static PluginApiInfo shown(BoundApi api) {
        return Shapes.as(api, PluginApiInfo.class)
            .pluginAttachId(api.id()).attachedTime(api.boundTime().atOffset(ZoneOffset.UTC));
    }

    /** Detaches plug-ins from an API in an environment; those that are not attached there are passed over. */
    @Transactional
    void detach(String projectId, String instanceId, String apiId, String envId, List<String> pluginIds) {
        gateways.write(projectId, instanceId);
        if (!apis.existsByIdAndInstanceId(apiId, instanceId)) {
            throw new ApiException(ErrorCode.APIG_3002, apiId);
        }
        if (!environments.existsById(new EnvironmentId(instanceId, envId))) {
            throw new ApiException(ErrorCode.APIG_3003, envId);
        }
        pluginIds.forEach(pluginId -> requirePlugin(instanceId, pluginId));
        publications.findByApiIdAndEnvId(apiId, envId).ifPresent(publication ->
            bindings.unbind(PolicyType.PLUGIN, pluginIds, List.of(publication.publishId())));
    }

    private void requirePlugin(String instanceId, String pluginId) {
        if (!plugins.existsByIdAndInstanceId(pluginId, instanceId)) {
            throw new ApiException(ErrorCode.APIG_3068, pluginId);
        }
    }
}
