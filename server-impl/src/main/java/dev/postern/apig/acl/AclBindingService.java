package dev.postern.apig.acl;

import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.BoundApi;
import dev.postern.apig.binding.Policy;
import dev.postern.apig.binding.PolicyFilter;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.binding.PublishedApi;
import dev.postern.apig.definition.ApiRepository;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.AclApiBindingInfo;
import dev.postern.apig.model.AclBindApiInfo;
import dev.postern.apig.model.AclBindingBatchFailure;
import dev.postern.apig.model.ApiBindAclInfo;
import dev.postern.apig.model.ApiType;
import dev.postern.apig.model.BatchDeleteApiAclBindingV2Response;
import dev.postern.apig.model.CreateApiAclBindingV2Response;
import dev.postern.apig.model.ListAclPolicyBindedToApiV2Response;
import dev.postern.apig.model.ListApisBindedToAclPolicyV2Response;
import dev.postern.apig.model.ListApisUnbindedToAclPolicyV2Response;
import dev.postern.apig.model.UnbindApiForAcl;
import dev.postern.data.Batch;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What access control policies are bound to. */
@Singleton
class AclBindingService {

    private final GatewayAccess gateways;
    private final AclRepository acls;
    private final ApiRepository apis;
    private final Bindings bindings;

    AclBindingService(GatewayAccess gateways, AclRepository acls, ApiRepository apis, Bindings bindings) {
        this.gateways = gateways;
        this.acls = acls;
        this.apis = apis;
        this.bindings = bindings;
    }

    /** Binds a policy to APIs in place of what names such callers there; 404 APIG.3015 where one is not published. */
    @Transactional
    CreateApiAclBindingV2Response bind(String projectId, String instanceId, String aclId, List<String> publishIds) {
        gateways.write(projectId, instanceId);
        Policy policy = Policy.acl(aclId, acls.require(instanceId, aclId).entityType());
        return new CreateApiAclBindingV2Response().aclBindings(bindings.bind(instanceId, policy, publishIds).stream()
            .map(bound -> Shapes.as(bound, AclApiBindingInfo.class).aclId(aclId)
                .createTime(bound.boundTime().atOffset(ZoneOffset.UTC)))
            .toList());
    }

    /** Removes a binding; 404 APIG.3010 where there is none. */
    @Transactional
    void unbind(String projectId, String instanceId, String bindingId) {
        gateways.write(projectId, instanceId);
        bindings.unbind(instanceId, PolicyType.ACL, bindingId, ErrorCode.APIG_3010);
    }

    /** Removes bindings; ids that are no binding of the gateway come back as failures. */
    @Transactional
    BatchDeleteApiAclBindingV2Response unbindAll(String projectId, String instanceId, List<String> ids) {
        gateways.write(projectId, instanceId);
        Batch<AclBindingBatchFailure> batch = bindings.unbindAll(instanceId, PolicyType.ACL, ids, ErrorCode.APIG_3010,
            (id, error) -> new AclBindingBatchFailure().bindId(id).errorCode(error.errorCode()).errorMsg(error.errorMsg()));
        return new BatchDeleteApiAclBindingV2Response().successCount(batch.successCount()).failure(batch.failure());
    }

    /** One window of the APIs that a policy is bound to, newest binding first. */
    @Transactional
    ListApisBindedToAclPolicyV2Response boundApis(String projectId, String instanceId, String aclId, ApiFilter filter,
                                                  long offset, int limit) {
        gateways.read(projectId, instanceId);
        acls.require(instanceId, aclId);
        Page<BoundApi> page = bindings.apis(instanceId, PolicyType.ACL, aclId, filter, offset, limit);
        List<AclBindApiInfo> shown = page.items().stream().map(AclBindingService::shown).toList();
        return new ListApisBindedToAclPolicyV2Response().apis(shown).size(shown.size()).total(page.total());
    }

    /** One window of the published APIs that a policy is not bound to, by name. */
    @Transactional
    ListApisUnbindedToAclPolicyV2Response unboundApis(String projectId, String instanceId, String aclId,
                                                      ApiFilter filter, long offset, int limit) {
        gateways.read(projectId, instanceId);
        Policy policy = Policy.acl(aclId, acls.require(instanceId, aclId).entityType());
        Page<PublishedApi> page = bindings.unboundApis(instanceId, PolicyType.ACL, aclId, filter, offset, limit);
        Map<String, String> others = bindings.namesInSlot(policy, page.items());
        List<UnbindApiForAcl> shown = page.items().stream()
            .map(api -> shown(api, others.get(api.publishId()))).toList();
        return new ListApisUnbindedToAclPolicyV2Response().apis(shown).size(shown.size()).total(page.total());
    }

    /** One window of the policies that are bound to an API, newest binding first. */
    @Transactional
    ListAclPolicyBindedToApiV2Response boundTo(String projectId, String instanceId, String apiId, PolicyFilter filter,
                                               long offset, int limit) {
        gateways.read(projectId, instanceId);
        apis.require(instanceId, apiId);
        Page<BoundApi> page = bindings.policies(instanceId, PolicyType.ACL, apiId, filter, offset, limit);
        Map<String, Acl> policies = Bindings.policiesOf(page.items(), acls::findByIdIn, Acl::id);
        List<ApiBindAclInfo> shown = page.items().stream().map(bound ->
            Shapes.as(policies.get(bound.policyId()), ApiBindAclInfo.class)
                .aclId(bound.policyId()).aclName(bound.policyName()).envId(bound.envId()).envName(bound.envName())
                .bindId(bound.id()).bindTime(bound.boundTime().atOffset(ZoneOffset.UTC))).toList();
        return new ListAclPolicyBindedToApiV2Response().acls(shown).size(shown.size()).total(page.total());
    }

    /** The vendor lists the method among the fields, but does not show it; nor below. */
    private static AclBindApiInfo shown(BoundApi api) {
        return Shapes.as(api, AclBindApiInfo.class).apiType(ApiType.fromValue(api.type())).apiRemark(api.remark())
            .bindId(api.id()).bindTime(api.boundTime().atOffset(ZoneOffset.UTC)).reqMethod(null);
    }

    /** @param other the policy of the kind that is bound; null where none is */
    private static UnbindApiForAcl shown(PublishedApi api, String other) {
        return Shapes.as(api, UnbindApiForAcl.class).id(api.apiId()).name(api.apiName())
            .runEnvId(api.envId()).runEnvName(api.envName()).reqMethod(null)
            .aclName(other);
    }
}
