package dev.postern.apig.authorization;

import dev.postern.apig.api.AuthorizationApi;
import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.binding.PolicyFilter;
import dev.postern.apig.model.ApiAuthCreate;
import dev.postern.apig.model.ApiAuthInfo;
import dev.postern.apig.model.CreateAuthorizingAppsV2Response;
import dev.postern.apig.model.ListApisBindedToAppV2Response;
import dev.postern.apig.model.ListApisUnbindedToAppV2Response;
import dev.postern.apig.model.ListAppsBindedToApiV2Response;
import dev.postern.data.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Which credentials may call which APIs. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class AuthorizationController implements AuthorizationApi {

    private final AuthorizationService service;
    private final AuthorizationQueries queries;

    AuthorizationController(AuthorizationService service, AuthorizationQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    @Override
    public CreateAuthorizingAppsV2Response createAuthorizingAppsV2(String projectId, String instanceId,
                                                                   ApiAuthCreate wanted) {
        return service.authorise(projectId, instanceId, wanted);
    }

    @Override
    public void cancelingAuthorizationV2(String projectId, String instanceId, String appAuthId) {
        service.cancel(projectId, instanceId, appAuthId);
    }

    @Override
    public ListApisBindedToAppV2Response listApisBindedToAppV2(String projectId, String instanceId, String appId,
                                                               Long offset, Integer limit, String apiId, String apiName,
                                                               String groupId, String groupName, String envId) {
        Page<ApiAuthInfo> page = queries.apis(projectId, instanceId, appId,
            new ApiFilter(envId, groupId, apiId, apiName, null, null, groupName), offset, limit);
        return new ListApisBindedToAppV2Response().auths(page.items()).size(page.items().size()).total(page.total());
    }

    @Override
    public ListApisUnbindedToAppV2Response listApisUnbindedToAppV2(String projectId, String instanceId, String appId,
                                                                   String envId, Long offset, Integer limit,
                                                                   String groupId, String apiId, String apiName) {
        return queries.unboundApis(projectId, instanceId, appId, new ApiFilter(envId, groupId, apiId, apiName), offset,
            limit);
    }

    @Override
    public ListAppsBindedToApiV2Response listAppsBindedToApiV2(String projectId, String instanceId, Long offset,
                                                               Integer limit, String apiId, String appName, String appId,
                                                               String envId) {
        Page<ApiAuthInfo> page = queries.apps(projectId, instanceId, apiId,
            new PolicyFilter(appId, appName, envId, null, null), offset, limit);
        return new ListAppsBindedToApiV2Response().auths(page.items()).size(page.items().size()).total(page.total());
    }
}
