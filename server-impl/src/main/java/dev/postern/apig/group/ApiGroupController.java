package dev.postern.apig.group;

import dev.postern.apig.api.GroupApi;
import dev.postern.apig.model.ApiGroupBase;
import dev.postern.apig.model.ApiGroupCheck;
import dev.postern.apig.model.ApiGroupCreate;
import dev.postern.apig.model.ApiGroupInfo;
import dev.postern.apig.model.ListApiGroupsV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** API groups. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiGroupController implements GroupApi {

    private final ApiGroupService service;

    ApiGroupController(ApiGroupService service) {
        this.service = service;
    }

    @Override
    public ApiGroupInfo createApiGroupV2(String projectId, String instanceId, ApiGroupCreate group) {
        return service.create(projectId, instanceId, group);
    }

    @Override
    public ListApiGroupsV2Response listApiGroupsV2(String projectId, String instanceId, Long offset, Integer limit,
                                                   String id, String name, String preciseSearch) {
        return service.list(projectId, instanceId, offset, limit, id, name, preciseSearch);
    }

    @Override
    public ApiGroupInfo showDetailsOfApiGroupV2(String projectId, String instanceId, String groupId) {
        return service.show(projectId, instanceId, groupId);
    }

    @Override
    public ApiGroupInfo updateApiGroupV2(String projectId, String instanceId, String groupId, ApiGroupBase group) {
        return service.update(projectId, instanceId, groupId, group);
    }

    @Override
    public void deleteApiGroupV2(String projectId, String instanceId, String groupId) {
        service.delete(projectId, instanceId, groupId);
    }

    @Override
    public void checkApiGroupsV2(String projectId, String instanceId, ApiGroupCheck check) {
        service.check(projectId, instanceId, check.getGroupName());
    }
}
