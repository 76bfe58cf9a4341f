package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.environment.Environment;
import dev.postern.apig.environment.EnvironmentRepository;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.ApiVersionResp;
import dev.postern.apig.model.ApiVersionStatus;
import dev.postern.apig.model.ListApiRuntimeDefinitionV2Response;
import dev.postern.apig.model.ListApiVersionDetailV2Response;
import dev.postern.apig.model.ListApiVersionsV2Response;
import dev.postern.apig.model.PublishResp;
import dev.postern.data.Filter;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The versions of APIs: what was published, and which of it takes effect. */
@Singleton
class VersionService {

    /** The zone of the vendor's example, which is the one of its statistics too. */
    private static final DateTimeFormatter NUMBER =
        DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.ofHours(8));

    private final GatewayAccess gateways;
    private final EnvironmentRepository environments;
    private final ApiRepository apis;
    private final PublicationRepository publications;
    private final VersionRepository versions;
    private final PublicationService publishing;
    private final DefinitionViews views;

    VersionService(GatewayAccess gateways, EnvironmentRepository environments, ApiRepository apis,
                   PublicationRepository publications, VersionRepository versions, PublicationService publishing,
                   DefinitionViews views) {
        this.gateways = gateways;
        this.environments = environments;
        this.apis = apis;
        this.publications = publications;
        this.versions = versions;
        this.publishing = publishing;
        this.views = views;
    }

    /** The number of a version that is made at a moment. */
    static String number(Instant moment) {
        return NUMBER.format(moment);
    }

    /** One window of the versions of an API, the latest first. */
    @Transactional
    ListApiVersionsV2Response list(String projectId, String instanceId, String apiId, long offset, int limit,
                                   @Nullable String envId, @Nullable String envName) {
        gateways.read(projectId, instanceId);
        apis.require(instanceId, apiId);
        Map<String, String> environmentNames = views.environmentNames(instanceId);
        Map<String, Publication> of = publications.findByApiIdOrderByPublishId(apiId).stream()
            .filter(publication -> envId == null || publication.envId().equals(envId))
            .filter(publication -> envName == null || envName.equals(environmentNames.get(publication.envId())))
            .collect(Collectors.toMap(Publication::publishId, Function.identity()));
        Page<Version> page = of.isEmpty() ? new Page<>(List.of(), 0)
            : Page.of(versions, Version.class, Filter.in("publishId", of.keySet()), (root, builder) ->
                List.of(builder.desc(root.get("publishTime")), builder.desc(root.get("id"))), offset, limit);
        List<ApiVersionResp> items = page.items().stream().map(version -> {
            Publication publication = of.get(version.publishId());
            return Shapes.as(version, ApiVersionResp.class).apiId(apiId).envId(publication.envId())
                .envName(environmentNames.get(publication.envId()))
                .status(version.versionId().equals(publication.versionId())
                    ? ApiVersionStatus.EFFECTIVE : ApiVersionStatus.NOT_EFFECTIVE);
        }).toList();
        return new ListApiVersionsV2Response().apiVersions(items).size(items.size()).total(page.total());
    }

    @Transactional
    ListApiVersionDetailV2Response show(String projectId, String instanceId, String versionId) {
        gateways.read(projectId, instanceId);
        Version version = findVersion(instanceId, versionId);
        Publication publication = publications.findById(version.publishId()).orElseThrow();
        Api api = apis.require(instanceId, publication.apiId());
        ObjectNode shown = views.withGroup(definition(version), api.groupId())
            .put("run_env_id", publication.envId())
            .put("run_env_name", views.environmentNames(instanceId).get(publication.envId()))
            .put("publish_time", version.publishTime().toString())
            .put("version_id", versionId);
        return Shapes.as(shown, ListApiVersionDetailV2Response.class);
    }

    /** Lets a version of the API take effect; 404 APIG.3022 where it has no such version. */
    @Transactional
    PublishResp switchTo(String projectId, String instanceId, String apiId, String versionId) {
        gateways.write(projectId, instanceId);
        apis.require(instanceId, apiId);
        Version version = findVersion(instanceId, versionId);
        Publication publication = publications.findById(version.publishId()).orElseThrow();
        if (!publication.apiId().equals(apiId)) {
            throw new ApiException(ErrorCode.APIG_3022, versionId);
        }
        return publishing.switchTo(publication, version);
    }

    /** Takes the API offline where the version takes effect; 404 APIG.3022 where it does not. */
    @Transactional
    void takeOffline(String projectId, String instanceId, String versionId) {
        gateways.write(projectId, instanceId);
        Publication publication = publications.findById(findVersion(instanceId, versionId).publishId()).orElseThrow();
        if (!versionId.equals(publication.versionId())) {
            throw new ApiException(ErrorCode.APIG_3022, versionId);
        }
        publishing.takeOffline(publication);
    }

    @Transactional
    ListApiRuntimeDefinitionV2Response runtime(String projectId, String instanceId, String apiId, @Nullable String envId) {
        gateways.read(projectId, instanceId);
        Api api = apis.require(instanceId, apiId);
        Environment environment = environments.require(instanceId, envId == null ? Environment.RELEASE_ID : envId);
        Publication publication = online(api, environment.key().id());
        ObjectNode shown = views.withGroup(definition(api, publication), api.groupId())
            .put("run_env_id", environment.key().id()).put("run_env_name", environment.name())
            .put("publish_id", publication.publishId());
        return Shapes.as(shown, ListApiRuntimeDefinitionV2Response.class);
    }

    /** The publication of an API that can be called; 404 APIG.3015 where there is none. */
    Publication online(Api api, String envId) {
        return publications.findByApiIdAndEnvId(api.id(), envId).filter(Publication::online)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3015));
    }

    /** The definition by which a published API is called. */
    ObjectNode definition(Api api, Publication publication) {
        return publication.versionId() == null ? Definition.of(api)
            : definition(versions.findByVersionId(publication.versionId()).orElseThrow());
    }

    private static ObjectNode definition(Version version) {
        return VariableNames.replaced(Shapes.parse(version.definition(), ObjectNode.class));
    }

    private Version findVersion(String instanceId, String versionId) {
        return versions.findByVersionIdAndInstanceId(versionId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3022, versionId));
    }
}
