package dev.postern.apig.throttle;

import dev.postern.apig.api.ThrottleApi;
import dev.postern.apig.model.ThrottleBaseInfo;
import dev.postern.apig.model.UpdateRequestThrottlingPolicyV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Request throttling policies. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ThrottleController implements ThrottleApi {

    private final ThrottleService service;

    ThrottleController(ThrottleService service) {
        this.service = service;
    }

    @Override
    public UpdateRequestThrottlingPolicyV2Response updateRequestThrottlingPolicyV2(
            String projectId, String instanceId, String throttleId, ThrottleBaseInfo policy) {
        return service.update(projectId, instanceId, throttleId, policy);
    }
}
