package dev.postern.apig.response;

import dev.postern.apig.api.ResponseApi;
import dev.postern.apig.model.ListGatewayResponsesV2Response;
import dev.postern.apig.model.ResponseInfo;
import dev.postern.apig.model.ResponseInfoResp;
import dev.postern.apig.model.ResponsesCreate;
import dev.postern.apig.model.ResponsesInfo;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

import java.util.Map;

/** Gateway responses of API groups. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ResponseController implements ResponseApi {

    private final ResponseService service;

    ResponseController(ResponseService service) {
        this.service = service;
    }

    @Override
    public ResponsesInfo createGatewayResponseV2(String projectId, String instanceId, String groupId,
                                                 ResponsesCreate response) {
        return service.create(projectId, instanceId, groupId, response);
    }

    @Override
    public ListGatewayResponsesV2Response listGatewayResponsesV2(String projectId, String instanceId, String groupId,
                                                                 Long offset, Integer limit) {
        return service.list(projectId, instanceId, groupId, offset, limit);
    }

    @Override
    public ResponsesInfo showDetailsOfGatewayResponseV2(String projectId, String instanceId, String groupId,
                                                        String responseId) {
        return service.show(projectId, instanceId, groupId, responseId);
    }

    @Override
    public ResponsesInfo updateGatewayResponseV2(String projectId, String instanceId, String groupId,
                                                 String responseId, ResponsesCreate response) {
        return service.update(projectId, instanceId, groupId, responseId, response);
    }

    @Override
    public void deleteGatewayResponseV2(String projectId, String instanceId, String groupId, String responseId) {
        service.delete(projectId, instanceId, groupId, responseId);
    }

    @Override
    public Map<String, ResponseInfoResp> showDetailsOfGatewayResponseTypeV2(
            String projectId, String instanceId, String groupId, String responseId, String responseType) {
        return service.showType(projectId, instanceId, groupId, responseId, responseType);
    }

    @Override
    public Map<String, ResponseInfoResp> updateGatewayResponseTypeV2(
            String projectId, String instanceId, String groupId, String responseId, String responseType,
            ResponseInfo type) {
        return service.updateType(projectId, instanceId, groupId, responseId, responseType, type);
    }

    @Override
    public void deleteGatewayResponseTypeV2(String projectId, String instanceId, String groupId, String responseId,
                                            String responseType) {
        service.updateType(projectId, instanceId, groupId, responseId, responseType, null);
    }
}
