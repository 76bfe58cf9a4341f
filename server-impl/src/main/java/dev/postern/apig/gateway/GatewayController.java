package dev.postern.apig.gateway;

import dev.postern.apig.api.GatewayApi;
import dev.postern.apig.model.CreateInstanceV2Response;
import dev.postern.apig.model.CreatePostPayResizeOrderResponse;
import dev.postern.apig.model.InstanceCreateReq;
import dev.postern.apig.model.ListInstancesV2Response;
import dev.postern.apig.model.ResizeInstanceReq;
import dev.postern.apig.model.ShowDetailsOfInstanceV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Gateway management. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class GatewayController implements GatewayApi {

    private final GatewayService service;
    private final GatewayQueries queries;

    GatewayController(GatewayService service, GatewayQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    @Override
    public CreateInstanceV2Response createInstanceV2(String projectId, InstanceCreateReq request) {
        return service.create(projectId, request);
    }

    @Override
    public ListInstancesV2Response listInstancesV2(String projectId, Long offset, Integer limit, String instanceId,
                                                   String instanceName, String status) {
        return queries.list(projectId, offset, limit, instanceId, instanceName, status);
    }

    @Override
    public ShowDetailsOfInstanceV2Response showDetailsOfInstanceV2(String projectId, String instanceId) {
        return queries.show(projectId, instanceId);
    }

    @Override
    public CreatePostPayResizeOrderResponse createPostPayResizeOrder(String projectId, String instanceId,
                                                                     ResizeInstanceReq request) {
        return service.resize(projectId, instanceId, request.getSpecId());
    }

    @Override
    public void deleteInstancesV2(String projectId, String instanceId) {
        service.delete(projectId, instanceId);
    }

    @Override
    public void removeEipV2(String projectId, String instanceId) {
        service.removeEip(projectId, instanceId);
    }

    @Override
    public void removeEngressEipV2(String projectId, String instanceId) {
        service.removeEngress(projectId, instanceId);
    }

    @Override
    public void removeIngressEipV2(String projectId, String instanceId) {
        service.removeIngress(projectId, instanceId);
    }
}
