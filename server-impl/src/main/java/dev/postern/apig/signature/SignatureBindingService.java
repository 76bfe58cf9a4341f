package dev.postern.apig.signature;

import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.BoundApi;
import dev.postern.apig.binding.Policy;
import dev.postern.apig.binding.PolicyFilter;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.binding.PublishedApi;
import dev.postern.apig.definition.ApiRepository;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.ApiForSign;
import dev.postern.apig.model.ApiType;
import dev.postern.apig.model.AssociateSignatureKeyV2Response;
import dev.postern.apig.model.ListApisBindedToSignatureKeyV2Response;
import dev.postern.apig.model.ListApisNotBoundWithSignatureKeyV2Response;
import dev.postern.apig.model.ListSignatureKeysBindedToApiV2Response;
import dev.postern.apig.model.SignApiBindingBase;
import dev.postern.apig.model.SignApiBindingInfo;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What signature keys are bound to. Fields that the vendor lists but does not show in its examples are left out. */
@Singleton
class SignatureBindingService {

    private final GatewayAccess gateways;
    private final SignatureKeyRepository keys;
    private final ApiRepository apis;
    private final Bindings bindings;

    SignatureBindingService(GatewayAccess gateways, SignatureKeyRepository keys, ApiRepository apis,
                            Bindings bindings) {
        this.gateways = gateways;
        this.keys = keys;
        this.apis = apis;
        this.bindings = bindings;
    }

    /** Binds a key to APIs in place of what is bound there; 404 APIG.3015 where one is not published. */
    @Transactional
    AssociateSignatureKeyV2Response bind(String projectId, String instanceId, String signId, List<String> publishIds) {
        gateways.write(projectId, instanceId);
        SignatureKey key = keys.require(instanceId, signId);
        return new AssociateSignatureKeyV2Response().bindings(
            bindings.bind(instanceId, Policy.sign(signId), publishIds).stream()
                .map(bound -> shown(bound, key)).toList());
    }

    /** Removes a binding; 404 APIG.3018 where there is none. */
    @Transactional
    void unbind(String projectId, String instanceId, String bindingId) {
        gateways.write(projectId, instanceId);
        bindings.unbind(instanceId, PolicyType.SIGN, bindingId, ErrorCode.APIG_3018);
    }

    /** One window of the APIs that a key is bound to, newest binding first. */
    @Transactional
    ListApisBindedToSignatureKeyV2Response boundApis(String projectId, String instanceId, String signId,
                                                     ApiFilter filter, long offset, int limit) {
        gateways.read(projectId, instanceId);
        keys.require(instanceId, signId);
        Page<BoundApi> page = bindings.apis(instanceId, PolicyType.SIGN, signId, filter, offset, limit);
        List<SignApiBindingBase> shown = page.items().stream().map(api -> Shapes.as(api, SignApiBindingBase.class)
            .apiType(ApiType.fromValue(api.type())).apiRemark(api.remark()).signName(api.policyName()).reqMethod(null)
            .bindingTime(api.boundTime().atOffset(ZoneOffset.UTC))).toList();
        return new ListApisBindedToSignatureKeyV2Response()
            .bindings(shown).size(shown.size()).total(page.total());
    }

    /** One window of the published APIs that a key is not bound to, by name. */
    @Transactional
    ListApisNotBoundWithSignatureKeyV2Response unboundApis(String projectId, String instanceId, String signId,
                                                           ApiFilter filter, long offset, int limit) {
        gateways.read(projectId, instanceId);
        keys.require(instanceId, signId);
        Page<PublishedApi> page = bindings.unboundApis(instanceId, PolicyType.SIGN, signId, filter, offset, limit);
        Map<String, String> others = bindings.namesInSlot(Policy.sign(signId), page.items());
        List<ApiForSign> shown = page.items().stream().map(api -> Shapes.as(api, ApiForSign.class)
            .id(api.apiId()).name(api.apiName()).runEnvId(api.envId()).runEnvName(api.envName()).reqMethod(null)
            .signatureName(others.get(api.publishId()))).toList();
        return new ListApisNotBoundWithSignatureKeyV2Response().apis(shown).size(shown.size()).total(page.total());
    }

    /** One window of the keys that are bound to an API, newest binding first. */
    @Transactional
    ListSignatureKeysBindedToApiV2Response boundTo(String projectId, String instanceId, String apiId,
                                                   PolicyFilter filter, long offset, int limit) {
        gateways.read(projectId, instanceId);
        apis.require(instanceId, apiId);
        Page<BoundApi> page = bindings.policies(instanceId, PolicyType.SIGN, apiId, filter, offset, limit);
        Map<String, SignatureKey> bound = Bindings.policiesOf(page.items(), keys::findByIdIn, SignatureKey::id);
        List<SignApiBindingInfo> shown =
            page.items().stream().map(api -> shown(api, bound.get(api.policyId()))).toList();
        return new ListSignatureKeysBindedToApiV2Response().bindings(shown).size(shown.size()).total(page.total());
    }

    private static SignApiBindingInfo shown(BoundApi api, SignatureKey key) {
        return Shapes.as(api, SignApiBindingInfo.class).publishId(null).reqMethod(null)
            .apiType(ApiType.fromValue(api.type())).apiRemark(api.remark())
            .bindingTime(api.boundTime().atOffset(ZoneOffset.UTC))
            .signId(key.id()).signName(key.name()).signKey(key.signKey()).signSecret(key.signSecret());
    }
}
