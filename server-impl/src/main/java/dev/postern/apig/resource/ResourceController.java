package dev.postern.apig.resource;

import dev.postern.apig.api.ResourceApi;
import dev.postern.apig.model.ListApiGroupsQuantitiesV2Response;
import dev.postern.apig.model.ListApiQuantitiesV2Response;
import dev.postern.apig.model.ListAppQuantitiesV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Quantities of resources. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ResourceController implements ResourceApi {

    private final ResourceService service;

    ResourceController(ResourceService service) {
        this.service = service;
    }

    @Override
    public ListApiGroupsQuantitiesV2Response listApiGroupsQuantitiesV2(String projectId, String instanceId) {
        return service.groups(projectId, instanceId);
    }

    @Override
    public ListApiQuantitiesV2Response listApiQuantitiesV2(String projectId, String instanceId) {
        return service.apis(projectId, instanceId);
    }

    @Override
    public ListAppQuantitiesV2Response listAppQuantitiesV2(String projectId, String instanceId) {
        return service.apps(projectId, instanceId);
    }
}
