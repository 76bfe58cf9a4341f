package dev.postern.apig.acl;

import dev.postern.apig.api.AclApi;
import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.binding.PolicyFilter;
import dev.postern.apig.model.AclApiBindingCreate;
import dev.postern.apig.model.AclBatchDelete;
import dev.postern.apig.model.AclBindingBatchDelete;
import dev.postern.apig.model.ApiAclCreate;
import dev.postern.apig.model.ApiAclInfo;
import dev.postern.apig.model.BatchDeleteAclV2Response;
import dev.postern.apig.model.BatchDeleteApiAclBindingV2Response;
import dev.postern.apig.model.CreateApiAclBindingV2Response;
import dev.postern.apig.model.ListAclPolicyBindedToApiV2Response;
import dev.postern.apig.model.ListAclStrategiesV2Response;
import dev.postern.apig.model.ListApisBindedToAclPolicyV2Response;
import dev.postern.apig.model.ListApisUnbindedToAclPolicyV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Access control policies and their bindings. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class AclController implements AclApi {

    private final AclService acls;
    private final AclBindingService bindings;

    AclController(AclService acls, AclBindingService bindings) {
        this.acls = acls;
        this.bindings = bindings;
    }

    @Override
    public ApiAclInfo createAclStrategyV2(String projectId, String instanceId, ApiAclCreate policy) {
        return acls.create(projectId, instanceId, policy);
    }

    @Override
    public ListAclStrategiesV2Response listAclStrategiesV2(
            String projectId, String instanceId, Long offset, Integer limit, String id, String name, String aclType,
            String entityType, String preciseSearch) {
        return acls.list(projectId, instanceId, id, name, aclType, entityType, preciseSearch, offset, limit);
    }

    @Override
    public ApiAclInfo showDetailsOfAclPolicyV2(String projectId, String instanceId, String aclId) {
        return acls.show(projectId, instanceId, aclId);
    }

    @Override
    public ApiAclInfo updateAclStrategyV2(String projectId, String instanceId, String aclId, ApiAclCreate policy) {
        return acls.update(projectId, instanceId, aclId, policy);
    }

    @Override
    public void deleteAclV2(String projectId, String instanceId, String aclId) {
        acls.delete(projectId, instanceId, aclId);
    }

    @Override
    public BatchDeleteAclV2Response batchDeleteAclV2(String projectId, String instanceId, String action,
                                                     AclBatchDelete batch) {
        return acls.deleteAll(projectId, instanceId, batch.getAcls());
    }

    @Override
    public CreateApiAclBindingV2Response createApiAclBindingV2(String projectId, String instanceId,
                                                               AclApiBindingCreate binding) {
        return bindings.bind(projectId, instanceId, binding.getAclId(), binding.getPublishIds());
    }

    @Override
    public void deleteApiAclBindingV2(String projectId, String instanceId, String aclBindingsId) {
        bindings.unbind(projectId, instanceId, aclBindingsId);
    }

    @Override
    public BatchDeleteApiAclBindingV2Response batchDeleteApiAclBindingV2(
            String projectId, String instanceId, String action, AclBindingBatchDelete batch) {
        return bindings.unbindAll(projectId, instanceId, batch.getAclBindings());
    }

    @Override
    public ListApisBindedToAclPolicyV2Response listApisBindedToAclPolicyV2(
            String projectId, String instanceId, String aclId, Long offset, Integer limit, String apiId, String apiName,
            String envId, String groupId) {
        return bindings.boundApis(projectId, instanceId, aclId, new ApiFilter(envId, groupId, apiId, apiName),
            offset, limit);
    }

    @Override
    public ListApisUnbindedToAclPolicyV2Response listApisUnbindedToAclPolicyV2(
            String projectId, String instanceId, String aclId, Long offset, Integer limit, String apiId, String apiName,
            String envId, String groupId) {
        return bindings.unboundApis(projectId, instanceId, aclId, new ApiFilter(envId, groupId, apiId, apiName),
            offset, limit);
    }

    @Override
    public ListAclPolicyBindedToApiV2Response listAclPolicyBindedToApiV2(
            String projectId, String instanceId, String apiId, Long offset, Integer limit, String envId, String envName,
            String aclId, String aclName) {
        return bindings.boundTo(projectId, instanceId, apiId,
            new PolicyFilter(aclId, aclName, envId, envName, null), offset, limit);
    }
}
