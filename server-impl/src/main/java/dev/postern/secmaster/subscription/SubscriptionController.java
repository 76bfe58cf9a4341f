package dev.postern.secmaster.subscription;

import dev.postern.secmaster.api.SubscriptionApi;
import dev.postern.secmaster.model.UpdateSubscriptionOrderReq;
import dev.postern.secmaster.model.UpdateSubscriptionOrderResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Orders for SecMaster's resources. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class SubscriptionController implements SubscriptionApi {

    private final SubscriptionService service;

    SubscriptionController(SubscriptionService service) {
        this.service = service;
    }

    @Override
    public UpdateSubscriptionOrderResponse updateSubscriptionOrder(String projectId, String xLanguage,
                                                                   UpdateSubscriptionOrderReq order) {
        return service.order(projectId, order);
    }
}
