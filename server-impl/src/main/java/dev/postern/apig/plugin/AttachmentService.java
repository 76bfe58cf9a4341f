package dev.postern.apig.plugin;

import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.BoundApi;
import dev.postern.apig.binding.Policy;
import dev.postern.apig.binding.PolicyFilter;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.binding.PublishedApi;
import dev.postern.apig.binding.PublishedApiRepository;
import dev.postern.apig.definition.ApiRepository;
import dev.postern.apig.environment.EnvironmentRepository;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.AttachPluginToApiResponse;
import dev.postern.apig.model.AttachedPluginInfo;
import dev.postern.apig.model.ListApiAttachedPluginsResponse;
import dev.postern.apig.model.ListPluginAttachedApisResponse;
import dev.postern.apig.model.ListPluginsResponse;
import dev.postern.apig.model.PluginApiAttachInfo;
import dev.postern.apig.model.PluginApiInfo;
import dev.postern.apig.model.PluginType;
import dev.postern.data.Filter;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What plug-ins are attached to. */
@Singleton
class AttachmentService {

    private final GatewayAccess gateways;
    private final PluginRepository plugins;
    private final Bindings bindings;
    private final ApiRepository apis;
    private final EnvironmentRepository environments;
    private final PublishedApiRepository publications;

    AttachmentService(GatewayAccess gateways, PluginRepository plugins, Bindings bindings, ApiRepository apis,
                      EnvironmentRepository environments, PublishedApiRepository publications) {
        this.gateways = gateways;
        this.plugins = plugins;
        this.bindings = bindings;
        this.apis = apis;
        this.environments = environments;
        this.publications = publications;
    }

    /** Attaches a plug-in in place of others of its type; 409 APIG.3707 where an API is not published. */
    @Transactional
    AttachPluginToApiResponse attachToApis(String projectId, String instanceId, String pluginId, String envId,
                                           List<String> apiIds) {
        gateways.write(projectId, instanceId);
        Plugin plugin = plugins.require(instanceId, pluginId);
        environments.require(instanceId, envId);
        apiIds.forEach(apiId -> apis.require(instanceId, apiId));
        return attached(attach(instanceId, plugin, publishIds(instanceId, envId, apiIds)));
    }

    /** Attaches plug-ins in place of others of their types; 409 APIG.3707 where the API is not published. */
    @Transactional
    AttachPluginToApiResponse attachToApi(String projectId, String instanceId, String apiId, String envId,
                                          List<String> pluginIds) {
        gateways.write(projectId, instanceId);
        apis.require(instanceId, apiId);
        environments.require(instanceId, envId);
        Map<String, Plugin> lastOfType = new LinkedHashMap<>();
        pluginIds.stream().map(pluginId -> plugins.require(instanceId, pluginId))
            .forEach(plugin -> lastOfType.put(plugin.pluginType(), plugin));
        List<String> publishIds = publishIds(instanceId, envId, List.of(apiId));
        return attached(lastOfType.values().stream().flatMap(plugin -> attach(instanceId, plugin, publishIds)));
    }

    private Stream<PluginApiAttachInfo> attach(String instanceId, Plugin plugin, List<String> publishIds) {
        return bindings.bind(instanceId, Policy.plugin(plugin.id(), plugin.pluginType()), publishIds).stream()
            .map(bound -> Shapes.as(plugin, PluginApiAttachInfo.class).pluginId(plugin.id()).pluginName(plugin.name())
                .pluginAttachId(bound.id()).envId(bound.envId()).envName(bound.envName())
                .apiId(bound.apiId()).apiName(bound.apiName())
                .attachedTime(bound.boundTime().atOffset(ZoneOffset.UTC)));
    }

    private static AttachPluginToApiResponse attached(Stream<PluginApiAttachInfo> attachments) {
        return new AttachPluginToApiResponse().attachedPlugins(attachments.toList());
    }

    /** Detaches a plug-in from APIs in an environment; those that it is not attached to there are passed over. */
    @Transactional
    void detachFromApis(String projectId, String instanceId, String pluginId, String envId, List<String> apiIds) {
        gateways.write(projectId, instanceId);
        plugins.require(instanceId, pluginId);
        environments.require(instanceId, envId);
        apiIds.forEach(apiId -> apis.require(instanceId, apiId));
        detach(instanceId, envId, apiIds, List.of(pluginId));
    }

    /** Detaches plug-ins from an API in an environment; those that are not attached there are passed over. */
    @Transactional
    void detachFromApi(String projectId, String instanceId, String apiId, String envId, List<String> pluginIds) {
        gateways.write(projectId, instanceId);
        apis.require(instanceId, apiId);
        environments.require(instanceId, envId);
        pluginIds.forEach(pluginId -> plugins.require(instanceId, pluginId));
        detach(instanceId, envId, List.of(apiId), pluginIds);
    }

    private void detach(String instanceId, String envId, List<String> apiIds, List<String> pluginIds) {
        bindings.unbind(PolicyType.PLUGIN, pluginIds,
            publications.findByInstanceIdAndEnvIdAndApiIdIn(instanceId, envId, apiIds).stream()
                .map(PublishedApi::publishId).toList());
    }

    /** One window of the APIs that a plug-in is attached to, newest attachment first. */
    @Transactional
    ListPluginAttachedApisResponse attachedApis(String projectId, String instanceId, String pluginId, ApiFilter filter,
                                                long offset, int limit) {
        gateways.read(projectId, instanceId);
        plugins.require(instanceId, pluginId);
        Page<BoundApi> page = bindings.apis(instanceId, PolicyType.PLUGIN, pluginId, filter, offset, limit);
        return listed(page.items().stream().map(api -> shown(api, api)).toList(), page.total());
    }

    /** One window of the published APIs that a plug-in is not attached to, by name, with what it would replace. */
    @Transactional
    ListPluginAttachedApisResponse attachableApis(String projectId, String instanceId, String pluginId,
                                                  ApiFilter filter, long offset, int limit) {
        gateways.read(projectId, instanceId);
        Plugin plugin = plugins.require(instanceId, pluginId);
        Page<PublishedApi> page = bindings.unboundApis(instanceId, PolicyType.PLUGIN, pluginId, filter, offset, limit);
        Map<String, BoundApi> others =
            bindings.inSlot(Policy.plugin(pluginId, plugin.pluginType()).slot(), page.items());
        return listed(page.items().stream().map(api -> shown(api, others.get(api.publishId()))).toList(), page.total());
    }

    private static ListPluginAttachedApisResponse listed(List<PluginApiInfo> apis, long total) {
        return new ListPluginAttachedApisResponse().apis(apis).size(apis.size()).total(total);
    }

    /** @param attachment null where there is none to show */
    private static PluginApiInfo shown(Object api, BoundApi attachment) {
        PluginApiInfo shown = Shapes.as(api, PluginApiInfo.class);
        return attachment == null ? shown
            : shown.pluginAttachId(attachment.id()).attachedTime(attachment.boundTime().atOffset(ZoneOffset.UTC));
    }

    /** One window of the plug-ins that are attached to an API, newest attachment first. */
    @Transactional
    ListApiAttachedPluginsResponse attachedPlugins(String projectId, String instanceId, String apiId,
                                                   PolicyFilter filter, long offset, int limit) {
        gateways.read(projectId, instanceId);
        apis.require(instanceId, apiId);
        Page<BoundApi> page = bindings.policies(instanceId, PolicyType.PLUGIN, apiId, filter, offset, limit);
        Map<String, Plugin> attached = Bindings.policiesOf(page.items(), plugins::findByIdIn, Plugin::id);
        List<AttachedPluginInfo> shown = page.items().stream().map(bound ->
            Shapes.as(attached.get(bound.policyId()), AttachedPluginInfo.class)
                .pluginId(bound.policyId()).pluginName(bound.policyName()).pluginAttachId(bound.id())
                .envId(bound.envId()).envName(bound.envName())
                .attachedTime(bound.boundTime().atOffset(ZoneOffset.UTC))).toList();
        return new ListApiAttachedPluginsResponse().plugins(shown).size(shown.size()).total(page.total());
    }

    /** One window of the plug-ins that are not attached to an API in an environment, newest first. */
    @Transactional
    ListPluginsResponse attachablePlugins(String projectId, String instanceId, String apiId, String envId,
                                          String pluginName, String pluginType, String pluginId, long offset,
                                          int limit) {
        gateways.read(projectId, instanceId);
        apis.require(instanceId, apiId);
        List<PublishedApi> published = publications.findByInstanceIdAndEnvIdAndApiIdIn(instanceId, envId, List.of(apiId));
        if (published.stream().noneMatch(PublishedApi::online)) {
            return new ListPluginsResponse().plugins(List.of()).size(0).total(0L);
        }
        // One of each type at most.
        List<String> attached = bindings.policies(instanceId, PolicyType.PLUGIN, apiId,
                new PolicyFilter(null, null, envId, null, null), 0, PluginType.values().length).items().stream()
            .map(BoundApi::policyId).toList();
        PredicateSpecification<Plugin> free = attached.isEmpty() ? Filter.any()
            : (root, builder) -> builder.not(root.get("id").in(attached));
        return PluginService.page(plugins, Filter.<Plugin>equal("instanceId", instanceId).and(free)
            .and(Filter.contains("name", pluginName)).and(Filter.equal("pluginType", pluginType))
            .and(Filter.equal("id", pluginId)), offset, limit);
    }

    private List<String> publishIds(String instanceId, String envId, Collection<String> apiIds) {
        Map<String, String> published = publications
            .findByInstanceIdAndEnvIdAndApiIdIn(instanceId, envId, new LinkedHashSet<>(apiIds)).stream()
            .filter(PublishedApi::online).collect(Collectors.toMap(PublishedApi::apiId, PublishedApi::publishId));
        if (!published.keySet().containsAll(apiIds)) {
            throw new ApiException(ErrorCode.APIG_3707);
        }
        return apiIds.stream().map(published::get).toList();
    }
}
