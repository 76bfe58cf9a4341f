package dev.postern.apig.plugin;

import dev.postern.apig.definition.ApiRepository;
import dev.postern.apig.definition.PublicationRepository;
import dev.postern.apig.environment.EnvironmentId;
import dev.postern.apig.environment.EnvironmentRepository;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.ListPluginAttachedApisResponse;
import dev.postern.apig.model.PluginApiInfo;
import dev.postern.data.Filter;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.List;

/** The rules of plug-ins and their attachments. */
@Singleton
class PluginService {

    private final GatewayAccess gateways;
    private final PluginRepository plugins;
    private final PluginAttachmentRepository attachments;
    private final AttachedApiRepository attachedApis;
    private final ApiRepository apis;
    private final EnvironmentRepository environments;
    private final PublicationRepository publications;

    PluginService(GatewayAccess gateways, PluginRepository plugins, PluginAttachmentRepository attachments,
                  AttachedApiRepository attachedApis, ApiRepository apis, EnvironmentRepository environments,
                  PublicationRepository publications) {
        this.gateways = gateways;
        this.plugins = plugins;
        this.attachments = attachments;
        this.attachedApis = attachedApis;
        this.apis = apis;
        this.environments = environments;
        this.publications = publications;
    }

    /** What the attached APIs are filtered by; null does not filter. The name matches in part. */
    record AttachedFilter(String envId, String apiName, String apiId, String groupId, String reqMethod, String reqUri) {
    }

    /** One window of the APIs that a plug-in is attached to, newest attachment first. */
    @Transactional
    ListPluginAttachedApisResponse attachedApis(String projectId, String instanceId, String pluginId, long offset,
                                                int limit, AttachedFilter filter) {
        gateways.read(projectId, instanceId);
        requirePlugin(instanceId, pluginId);
        PredicateSpecification<AttachedApi> wanted = Filter.<AttachedApi>equal("pluginId", pluginId)
            .and(Filter.equal("envId", filter.envId()))
            .and(Filter.contains("apiName", filter.apiName()))
            .and(Filter.equal("apiId", filter.apiId()))
            .and(Filter.equal("groupId", filter.groupId()))
            .and(Filter.equal("reqMethod", filter.reqMethod()))
            .and(Filter.equal("reqUri", filter.reqUri()));
        Page<AttachedApi> page = Page.of(attachedApis, AttachedApi.class, wanted, (root, builder) ->
            List.of(builder.desc(root.get("attachedTime")), builder.asc(root.get("pluginAttachId"))), offset, limit);
        List<PluginApiInfo> shown = Shapes.all(page.items(), PluginApiInfo.class);
        return new ListPluginAttachedApisResponse().apis(shown).size(shown.size()).total(page.total());
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
            attachments.deleteByPublishIdAndPluginIdIn(publication.publishId(), pluginIds));
    }

    private void requirePlugin(String instanceId, String pluginId) {
        if (!plugins.existsByIdAndInstanceId(pluginId, instanceId)) {
            throw new ApiException(ErrorCode.APIG_3068, pluginId);
        }
    }
}
