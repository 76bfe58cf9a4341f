package dev.postern.apig.definition;

import dev.postern.apig.api.DefinitionApi;
import dev.postern.apig.model.ApiActionInfo;
import dev.postern.apig.model.ApiBatchPublish;
import dev.postern.apig.model.ApiCheckInfoV2;
import dev.postern.apig.model.ApiCreate;
import dev.postern.apig.model.ApiDebugInfo;
import dev.postern.apig.model.ApiInfo;
import dev.postern.apig.model.ApiVersion;
import dev.postern.apig.model.BatchPublishOrOfflineApiV2Response;
import dev.postern.apig.model.DebugApiV2Response;
import dev.postern.apig.model.ListApiRuntimeDefinitionV2Response;
import dev.postern.apig.model.ListApiVersionDetailV2Response;
import dev.postern.apig.model.ListApiVersionsV2Response;
import dev.postern.apig.model.ListApisV2Response;
import dev.postern.apig.model.ListTagsV2Response;
import dev.postern.apig.model.PublishResp;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The definitions of APIs, their versions and publications. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class DefinitionController implements DefinitionApi {

    private final DefinitionService definitions;
    private final DefinitionQueries queries;
    private final PublicationService publications;
    private final VersionService versions;
    private final DebugService debugging;

    DefinitionController(DefinitionService definitions, DefinitionQueries queries, PublicationService publications,
                         VersionService versions, DebugService debugging) {
        this.definitions = definitions;
        this.queries = queries;
        this.publications = publications;
        this.versions = versions;
        this.debugging = debugging;
    }

    @Override
    public ApiInfo createApiV2(String projectId, String instanceId, ApiCreate api) {
        return definitions.create(projectId, instanceId, api);
    }

    @Override
    public ListApisV2Response listApisV2(String projectId, String instanceId, Long offset, Integer limit, String id,
                                         String name, String groupId, String reqProtocol, String reqMethod,
                                         String reqUri, String authType, String envId, Integer type,
                                         String preciseSearch, String vpcChannelName, String returnDataMode,
                                         String tags) {
        return queries.list(projectId, instanceId, offset, limit, new ApiListFilter(id, name, groupId, reqProtocol,
            reqMethod, reqUri, authType, envId, type, preciseSearch, vpcChannelName, returnDataMode, tags));
    }

    @Override
    public ApiInfo showDetailsOfApiV2(String projectId, String instanceId, String apiId) {
        return definitions.show(projectId, instanceId, apiId);
    }

    @Override
    public ApiInfo updateApiV2(String projectId, String instanceId, String apiId, ApiCreate api) {
        return definitions.update(projectId, instanceId, apiId, api);
    }

    @Override
    public void deleteApiV2(String projectId, String instanceId, String apiId) {
        definitions.delete(projectId, instanceId, apiId);
    }

    @Override
    public void checkApisV2(String projectId, String instanceId, ApiCheckInfoV2 check) {
        definitions.check(projectId, instanceId, check);
    }

    @Override
    public PublishResp createOrDeletePublishRecordForApiV2(String projectId, String instanceId, ApiActionInfo action) {
        return publications.act(projectId, instanceId, action);
    }

    @Override
    public BatchPublishOrOfflineApiV2Response batchPublishOrOfflineApiV2(String projectId, String instanceId,
                                                                         String action, ApiBatchPublish batch) {
        return publications.actOnAll(projectId, instanceId, action, batch);
    }

    @Override
    public ListApiVersionsV2Response listApiVersionsV2(String projectId, String instanceId, String apiId, Long offset,
                                                       Integer limit, String envId, String envName) {
        return versions.list(projectId, instanceId, apiId, offset, limit, envId, envName);
    }

    @Override
    public PublishResp changeApiVersionV2(String projectId, String instanceId, String apiId, ApiVersion version) {
        return versions.switchTo(projectId, instanceId, apiId, version.getVersionId());
    }

    @Override
    public ListApiVersionDetailV2Response listApiVersionDetailV2(String projectId, String instanceId, String versionId) {
        return versions.show(projectId, instanceId, versionId);
    }

    @Override
    public void deleteApiByVersionIdV2(String projectId, String instanceId, String versionId) {
        versions.takeOffline(projectId, instanceId, versionId);
    }

    @Override
    public ListApiRuntimeDefinitionV2Response listApiRuntimeDefinitionV2(String projectId, String instanceId,
                                                                         String apiId, String envId) {
        return versions.runtime(projectId, instanceId, apiId, envId);
    }

    /** Waits for a backend, so that it must not keep a thread from the others. */
    @Override
    @ExecuteOn(TaskExecutors.IO)
    public DebugApiV2Response debugApiV2(String projectId, String instanceId, String apiId, ApiDebugInfo call) {
        return debugging.debug(projectId, instanceId, apiId, call);
    }

    @Override
    public ListTagsV2Response listTagsV2(String projectId, String instanceId, Long offset, Integer limit) {
        return queries.listTags(projectId, instanceId, offset, limit);
    }
}
