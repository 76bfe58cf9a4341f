package dev.postern.apig.gatewaytag;

import dev.postern.apig.api.GatewayTagApi;
import dev.postern.apig.gateway.GatewayTags;
import dev.postern.apig.model.GatewayTagAction;
import dev.postern.apig.model.ListInstanceTagsResponse;
import dev.postern.apig.model.ListProjectInstanceTagsResponse;
import dev.postern.apig.model.TmsUpdatePublicReq;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Tags of gateways; they are kept with them, so the rules are there too. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class GatewayTagController implements GatewayTagApi {

    private final GatewayTags tags;

    GatewayTagController(GatewayTags tags) {
        this.tags = tags;
    }

    @Override
    public void batchCreateOrDeleteInstanceTags(String projectId, String instanceId, TmsUpdatePublicReq request) {
        if (request.getAction() == GatewayTagAction.CREATE) {
            tags.add(projectId, instanceId, request.getTags());
        } else {
            tags.remove(projectId, instanceId, request.getTags());
        }
    }

    @Override
    public ListInstanceTagsResponse listInstanceTags(String projectId, String instanceId) {
        return tags.of(projectId, instanceId);
    }

    @Override
    public ListProjectInstanceTagsResponse listProjectInstanceTags(String projectId) {
        return new ListProjectInstanceTagsResponse().tags(tags.inProject(projectId));
    }
}
