package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.environment.Environment;
import dev.postern.apig.environment.EnvironmentRepository;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.ApiDebugInfo;
import dev.postern.apig.model.DebugMode;
import dev.postern.data.Ids;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Finds what a debugging call is made to. */
@Singleton
class DebugTargets {

    private final GatewayAccess gateways;
    private final EnvironmentRepository environments;
    private final ApiRepository apis;
    private final VersionService versions;
    private final DefinitionViews views;
    private final Ids ids;

    DebugTargets(GatewayAccess gateways, EnvironmentRepository environments, ApiRepository apis,
                 VersionService versions, DefinitionViews views, Ids ids) {
        this.gateways = gateways;
        this.environments = environments;
        this.apis = apis;
        this.versions = versions;
        this.views = views;
        this.ids = ids;
    }

    /** The call of the definition that is tried, whole; with the group's subdomain. One that is refused draws no id. */
    @Transactional
    DebugCall call(String projectId, String instanceId, String apiId, ApiDebugInfo wanted) {
        gateways.read(projectId, instanceId);
        Api api = apis.require(instanceId, apiId);
        String stage = wanted.getStage() == null ? Environment.RELEASE : wanted.getStage();
        ObjectNode definition = wanted.getMode() == DebugMode.DEVELOPER ? Definition.of(api) : published(api, stage);
        return DebugCall.of(new Target(views.withGroup(definition, api.groupId()), stage, ids.next()), wanted);
    }

    private ObjectNode published(Api api, String stage) {
        Environment environment = environments.findByKeyInstanceIdOrderByName(api.instanceId()).stream()
            .filter(each -> each.name().equals(stage)).findFirst()
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3003, stage));
        return versions.definition(api, versions.online(api, environment.key().id()));
    }

    /**
     * What is called.
     *
     * @param stage the environment by its name
     * @param requestId the id that the call gets
     */
    record Target(ObjectNode definition, String stage, String requestId) {
    }
}
