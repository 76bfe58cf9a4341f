package dev.postern.apig.feature;

import dev.postern.apig.api.FeatureApi;
import dev.postern.apig.model.CreateFeatureV2Response;
import dev.postern.apig.model.FeatureToggle;
import dev.postern.apig.model.ListFeaturesV2Response;
import dev.postern.apig.model.ListInstanceFeaturesResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Features of gateways. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class FeatureController implements FeatureApi {

    private final FeatureService service;

    FeatureController(FeatureService service) {
        this.service = service;
    }

    @Override
    public CreateFeatureV2Response createFeatureV2(String projectId, String instanceId, FeatureToggle request) {
        return service.set(projectId, instanceId, request);
    }

    @Override
    public ListFeaturesV2Response listFeaturesV2(String projectId, String instanceId, Long offset, Integer limit) {
        return service.list(projectId, instanceId, offset, limit);
    }

    @Override
    public ListInstanceFeaturesResponse listInstanceFeatures(String projectId, String instanceId, Long offset,
                                                             Integer limit) {
        return service.builtIn(projectId, instanceId, offset, limit);
    }
}
