package dev.postern.apig.throttle;

import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.BoundApi;
import dev.postern.apig.binding.Policy;
import dev.postern.apig.binding.PolicyFilter;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.binding.PublishedApi;
import dev.postern.apig.definition.ApiRepository;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.ApiForThrottle;
import dev.postern.apig.model.AssociateRequestThrottlingPolicyV2Response;
import dev.postern.apig.model.BatchDisassociateThrottlingPolicyV2Response;
import dev.postern.apig.model.ListApisBindedToRequestThrottlingPolicyV2Response;
import dev.postern.apig.model.ListApisUnbindedToRequestThrottlingPolicyV2Response;
import dev.postern.apig.model.ListRequestThrottlingPoliciesBindedToApiV2Response;
import dev.postern.apig.model.SpecialThrottleFlag;
import dev.postern.apig.model.ThrottleApiBinding;
import dev.postern.apig.model.ThrottleBindingBatchFailure;
import dev.postern.apig.model.ThrottleForApi;
import dev.postern.apig.model.ThrottleScope;
import dev.postern.data.Batch;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What request throttling policies are bound to. */
@Singleton
class ThrottleBindingService {

    private final GatewayAccess gateways;
    private final ThrottleRepository throttles;
    private final SpecialThrottleService specials;
    private final ApiRepository apis;
    private final Bindings bindings;

    ThrottleBindingService(GatewayAccess gateways, ThrottleRepository throttles, SpecialThrottleService specials,
                           ApiRepository apis, Bindings bindings) {
        this.gateways = gateways;
        this.throttles = throttles;
        this.specials = specials;
        this.apis = apis;
        this.bindings = bindings;
    }

    /** Binds a policy to APIs in place of what is bound there; 404 APIG.3015 where one is not published. */
    @Transactional
    AssociateRequestThrottlingPolicyV2Response bind(String projectId, String instanceId, String throttleId,
                                                    List<String> publishIds) {
        gateways.write(projectId, instanceId);
        throttles.require(instanceId, throttleId);
        return new AssociateRequestThrottlingPolicyV2Response().throttleApplys(
            bindings.bind(instanceId, Policy.throttle(throttleId), publishIds).stream()
                .map(bound -> Shapes.as(bound, ThrottleApiBinding.class).scope(ThrottleScope.API)
                    .strategyId(throttleId).applyTime(bound.boundTime().atOffset(ZoneOffset.UTC)))
                .toList());
    }

    /** Removes a binding; 404 APIG.3012 where there is none. */
    @Transactional
    void unbind(String projectId, String instanceId, String bindingId) {
        gateways.write(projectId, instanceId);
        bindings.unbind(instanceId, PolicyType.THROTTLE, bindingId, ErrorCode.APIG_3012);
    }

    /** Removes bindings; ids that are no binding of the gateway come back as failures. */
    @Transactional
    BatchDisassociateThrottlingPolicyV2Response unbindAll(String projectId, String instanceId, List<String> ids) {
        gateways.write(projectId, instanceId);
        Batch<ThrottleBindingBatchFailure> batch = bindings.unbindAll(instanceId, PolicyType.THROTTLE, ids,
            ErrorCode.APIG_3012, (id, error) -> new ThrottleBindingBatchFailure()
                .bindId(id).errorCode(error.errorCode()).errorMsg(error.errorMsg()));
        return new BatchDisassociateThrottlingPolicyV2Response()
            .successCount(batch.successCount()).failure(batch.failure());
    }

    /** One window of the APIs that a policy is bound to, newest binding first. */
    @Transactional
    ListApisBindedToRequestThrottlingPolicyV2Response boundApis(String projectId, String instanceId, String throttleId,
                                                                ApiFilter filter, long offset, int limit) {
        gateways.read(projectId, instanceId);
        throttles.require(instanceId, throttleId);
        Page<BoundApi> page = bindings.apis(instanceId, PolicyType.THROTTLE, throttleId, filter, offset, limit);
        List<ApiForThrottle> shown = page.items().stream().map(ThrottleBindingService::shown).toList();
        return new ListApisBindedToRequestThrottlingPolicyV2Response()
            .apis(shown).size(shown.size()).total(page.total());
    }

    /** One window of the published APIs that a policy is not bound to, by name. */
    @Transactional
    ListApisUnbindedToRequestThrottlingPolicyV2Response unboundApis(String projectId, String instanceId,
                                                                    String throttleId, ApiFilter filter, long offset,
                                                                    int limit) {
        gateways.read(projectId, instanceId);
        throttles.require(instanceId, throttleId);
        Page<PublishedApi> page =
            bindings.unboundApis(instanceId, PolicyType.THROTTLE, throttleId, filter, offset, limit);
        Map<String, String> others = bindings.namesInSlot(Policy.throttle(throttleId), page.items());
        List<ApiForThrottle> shown = page.items().stream()
            .map(api -> shown(api).throttleName(others.get(api.publishId()))).toList();
        return new ListApisUnbindedToRequestThrottlingPolicyV2Response()
            .apis(shown).size(shown.size()).total(page.total());
    }

    /** One window of the policies that are bound to an API, newest binding first. */
    @Transactional
    ListRequestThrottlingPoliciesBindedToApiV2Response boundTo(String projectId, String instanceId, String apiId,
                                                               PolicyFilter filter, long offset, int limit) {
        gateways.read(projectId, instanceId);
        apis.require(instanceId, apiId);
        Page<BoundApi> page = bindings.policies(instanceId, PolicyType.THROTTLE, apiId, filter, offset, limit);
        Map<String, Throttle> policies = Bindings.policiesOf(page.items(), throttles::findByIdIn, Throttle::id);
        Map<String, SpecialThrottleFlag> flags = specials.flags(List.copyOf(policies.keySet()));
        // The vendor counts no bindings here: in its example a bound policy has none.
        List<ThrottleForApi> shown = page.items().stream().map(bound ->
            Shapes.as(policies.get(bound.policyId()), ThrottleForApi.class)
                .isIncluSpecialThrottle(flags.get(bound.policyId())).bindNum(0).envName(bound.envName())
                .bindId(bound.id()).bindTime(bound.boundTime().atOffset(ZoneOffset.UTC))).toList();
        return new ListRequestThrottlingPoliciesBindedToApiV2Response()
            .throttles(shown).size(shown.size()).total(page.total());
    }

    private static ApiForThrottle shown(BoundApi api) {
        return shown(api, api.apiId(), api.apiName(), api.envId(), api.envName()).throttleApplyId(api.id())
            .throttleName(api.policyName()).applyTime(api.boundTime().atOffset(ZoneOffset.UTC));
    }

    private static ApiForThrottle shown(PublishedApi api) {
        return shown(api, api.apiId(), api.apiName(), api.envId(), api.envName());
    }

    /** The vendor lists the method among the fields, but does not show it. */
    private static ApiForThrottle shown(Object api, String apiId, String apiName, String envId, String envName) {
        return Shapes.as(api, ApiForThrottle.class).id(apiId).name(apiName).runEnvId(envId).runEnvName(envName)
            .reqMethod(null);
    }
}
