package dev.postern.apig.gateway;

import dev.postern.apig.api.GatewayApi;
import dev.postern.apig.model.AddEipV2Response;
import dev.postern.apig.model.AddIngressEipV2Response;
import dev.postern.apig.model.CreateInstanceV2Response;
import dev.postern.apig.model.CreatePostPayResizeOrderResponse;
import dev.postern.apig.model.EipBindReq;
import dev.postern.apig.model.InstanceCreateReq;
import dev.postern.apig.model.InstanceModReq;
import dev.postern.apig.model.ListAvailableZonesV2Response;
import dev.postern.apig.model.ListInstancesV2Response;
import dev.postern.apig.model.OpenEngressEipReq;
import dev.postern.apig.model.OpenIngressEipReq;
import dev.postern.apig.model.ResizeInstanceReq;
import dev.postern.apig.model.ShowDetailsOfInstanceProgressV2Response;
import dev.postern.apig.model.ShowDetailsOfInstanceV2Response;
import dev.postern.apig.model.ShowRestrictionOfInstanceV2Response;
import dev.postern.apig.model.UpdateEngressEipReq;
import dev.postern.apig.model.UpdateIngressEipReq;
import dev.postern.apig.model.UpdateIngressEipV2Response;
import dev.postern.apig.model.UpdateInstanceV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Gateway management. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class GatewayController implements GatewayApi {

    private final GatewayService service;
    private final GatewayQueries queries;
    private final GatewayAddresses addresses;
    private final AvailableZones zones;

    GatewayController(GatewayService service, GatewayQueries queries, GatewayAddresses addresses, AvailableZones zones) {
        this.service = service;
        this.queries = queries;
        this.addresses = addresses;
        this.zones = zones;
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
    public UpdateInstanceV2Response updateInstanceV2(String projectId, String instanceId, InstanceModReq request) {
        return service.update(projectId, instanceId, request);
    }

    @Override
    public ShowDetailsOfInstanceProgressV2Response showDetailsOfInstanceProgressV2(String projectId, String instanceId) {
        return queries.progress(projectId, instanceId);
    }

    @Override
    public ShowRestrictionOfInstanceV2Response showRestrictionOfInstanceV2(String projectId, String instanceId) {
        return queries.restriction(projectId, instanceId);
    }

    @Override
    public ListAvailableZonesV2Response listAvailableZonesV2(String projectId) {
        return zones.list();
    }

    @Override
    public AddEipV2Response addEipV2(String projectId, String instanceId, EipBindReq request) {
        return addresses.addEip(projectId, instanceId, request.getEipId());
    }

    @Override
    public void removeEipV2(String projectId, String instanceId) {
        addresses.removeEip(projectId, instanceId);
    }

    @Override
    public void addEngressEipV2(String projectId, String instanceId, OpenEngressEipReq request) {
        addresses.addEgress(projectId, instanceId, request);
    }

    @Override
    public void updateEngressEipV2(String projectId, String instanceId, UpdateEngressEipReq request) {
        addresses.updateEgress(projectId, instanceId, request);
    }

    @Override
    public void removeEngressEipV2(String projectId, String instanceId) {
        addresses.removeEgress(projectId, instanceId);
    }

    @Override
    public AddIngressEipV2Response addIngressEipV2(String projectId, String instanceId, OpenIngressEipReq request) {
        return addresses.addIngress(projectId, instanceId, request);
    }

    @Override
    public UpdateIngressEipV2Response updateIngressEipV2(String projectId, String instanceId,
                                                         UpdateIngressEipReq request) {
        return addresses.updateIngress(projectId, instanceId, request);
    }

    @Override
    public void removeIngressEipV2(String projectId, String instanceId) {
        addresses.removeIngress(projectId, instanceId);
    }
}
