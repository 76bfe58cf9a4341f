package dev.postern.apig.throttle;

import dev.postern.apig.api.ThrottleApi;
import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.binding.PolicyFilter;
import dev.postern.apig.model.AssociateRequestThrottlingPolicyV2Response;
import dev.postern.apig.model.BatchDisassociateThrottlingPolicyV2Response;
import dev.postern.apig.model.ListApisBindedToRequestThrottlingPolicyV2Response;
import dev.postern.apig.model.ListApisUnbindedToRequestThrottlingPolicyV2Response;
import dev.postern.apig.model.ListRequestThrottlingPoliciesBindedToApiV2Response;
import dev.postern.apig.model.ListRequestThrottlingPolicyV2Response;
import dev.postern.apig.model.ListSpecialThrottlingConfigurationsV2Response;
import dev.postern.apig.model.ThrottleApiBindingCreate;
import dev.postern.apig.model.ThrottleBaseInfo;
import dev.postern.apig.model.ThrottleBindingBatchDelete;
import dev.postern.apig.model.ThrottleSpecialCreate;
import dev.postern.apig.model.ThrottleSpecialInfo;
import dev.postern.apig.model.ThrottleSpecialUpdate;
import dev.postern.apig.model.ThrottlesInfo;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Request throttling policies, their bindings and whom they treat otherwise. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ThrottleController implements ThrottleApi {

    private final ThrottleService throttles;
    private final ThrottleBindingService bindings;
    private final SpecialThrottleService specials;

    ThrottleController(ThrottleService throttles, ThrottleBindingService bindings, SpecialThrottleService specials) {
        this.throttles = throttles;
        this.bindings = bindings;
        this.specials = specials;
    }

    @Override
    public ThrottlesInfo createRequestThrottlingPolicyV2(String projectId, String instanceId, ThrottleBaseInfo policy) {
        return throttles.create(projectId, instanceId, policy);
    }

    @Override
    public ListRequestThrottlingPolicyV2Response listRequestThrottlingPolicyV2(
            String projectId, String instanceId, Long offset, Integer limit, String id, String name,
            String preciseSearch) {
        return throttles.list(projectId, instanceId, id, name, preciseSearch, offset, limit);
    }

    @Override
    public ThrottlesInfo showDetailsOfRequestThrottlingPolicyV2(String projectId, String instanceId, String throttleId) {
        return throttles.show(projectId, instanceId, throttleId);
    }

    @Override
    public ThrottlesInfo updateRequestThrottlingPolicyV2(String projectId, String instanceId, String throttleId,
                                                         ThrottleBaseInfo policy) {
        return throttles.update(projectId, instanceId, throttleId, policy);
    }

    @Override
    public void deleteRequestThrottlingPolicyV2(String projectId, String instanceId, String throttleId) {
        throttles.delete(projectId, instanceId, throttleId);
    }

    @Override
    public AssociateRequestThrottlingPolicyV2Response associateRequestThrottlingPolicyV2(
            String projectId, String instanceId, ThrottleApiBindingCreate binding) {
        return bindings.bind(projectId, instanceId, binding.getStrategyId(), binding.getPublishIds());
    }

    @Override
    public void disassociateRequestThrottlingPolicyV2(String projectId, String instanceId, String throttleBindingId) {
        bindings.unbind(projectId, instanceId, throttleBindingId);
    }

    @Override
    public BatchDisassociateThrottlingPolicyV2Response batchDisassociateThrottlingPolicyV2(
            String projectId, String instanceId, String action, ThrottleBindingBatchDelete batch) {
        return bindings.unbindAll(projectId, instanceId, batch.getThrottleBindings());
    }

    @Override
    public ListApisBindedToRequestThrottlingPolicyV2Response listApisBindedToRequestThrottlingPolicyV2(
            String projectId, String instanceId, String throttleId, Long offset, Integer limit, String envId,
            String groupId, String apiId, String apiName) {
        return bindings.boundApis(projectId, instanceId, throttleId, new ApiFilter(envId, groupId, apiId, apiName),
            offset, limit);
    }

    @Override
    public ListApisUnbindedToRequestThrottlingPolicyV2Response listApisUnbindedToRequestThrottlingPolicyV2(
            String projectId, String instanceId, String throttleId, Long offset, Integer limit, String envId,
            String groupId, String apiId, String apiName) {
        return bindings.unboundApis(projectId, instanceId, throttleId, new ApiFilter(envId, groupId, apiId, apiName),
            offset, limit);
    }

    @Override
    public ListRequestThrottlingPoliciesBindedToApiV2Response listRequestThrottlingPoliciesBindedToApiV2(
            String projectId, String instanceId, String apiId, Long offset, Integer limit, String throttleId,
            String throttleName, String envId) {
        return bindings.boundTo(projectId, instanceId, apiId,
            new PolicyFilter(throttleId, throttleName, envId, null, null), offset, limit);
    }

    @Override
    public ThrottleSpecialInfo createSpecialThrottlingConfigurationV2(
            String projectId, String instanceId, String throttleId, ThrottleSpecialCreate special) {
        return specials.create(projectId, instanceId, throttleId, special);
    }

    @Override
    public ListSpecialThrottlingConfigurationsV2Response listSpecialThrottlingConfigurationsV2(
            String projectId, String instanceId, String throttleId, Long offset, Integer limit, String objectType,
            String appName, String user) {
        return specials.list(projectId, instanceId, throttleId, objectType, appName, user, offset, limit);
    }

    @Override
    public ThrottleSpecialInfo updateSpecialThrottlingConfigurationV2(
            String projectId, String instanceId, String throttleId, String strategyId, ThrottleSpecialUpdate special) {
        return specials.update(projectId, instanceId, throttleId, strategyId, special.getCallLimits());
    }

    @Override
    public void deleteSpecialThrottlingConfigurationV2(String projectId, String instanceId, String throttleId,
                                                       String strategyId) {
        specials.delete(projectId, instanceId, throttleId, strategyId);
    }
}
