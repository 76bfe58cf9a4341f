package dev.postern.apig.signature;

import dev.postern.apig.api.SignatureApi;
import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.binding.PolicyFilter;
import dev.postern.apig.model.AssociateSignatureKeyV2Response;
import dev.postern.apig.model.BaseSignature;
import dev.postern.apig.model.ListApisBindedToSignatureKeyV2Response;
import dev.postern.apig.model.ListApisNotBoundWithSignatureKeyV2Response;
import dev.postern.apig.model.ListSignatureKeysBindedToApiV2Response;
import dev.postern.apig.model.ListSignatureKeysV2Response;
import dev.postern.apig.model.SignApiBinding;
import dev.postern.apig.model.Signature;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Signature keys and their bindings. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class SignatureController implements SignatureApi {

    private final SignatureService keys;
    private final SignatureBindingService bindings;

    SignatureController(SignatureService keys, SignatureBindingService bindings) {
        this.keys = keys;
        this.bindings = bindings;
    }

    @Override
    public Signature createSignatureKeyV2(String projectId, String instanceId, BaseSignature key) {
        return keys.create(projectId, instanceId, key);
    }

    @Override
    public ListSignatureKeysV2Response listSignatureKeysV2(String projectId, String instanceId, Long offset,
                                                           Integer limit, String id, String name,
                                                           String preciseSearch) {
        return keys.list(projectId, instanceId, id, name, preciseSearch, offset, limit);
    }

    @Override
    public Signature updateSignatureKeyV2(String projectId, String instanceId, String signId, BaseSignature key) {
        return keys.update(projectId, instanceId, signId, key);
    }

    @Override
    public void deleteSignatureKeyV2(String projectId, String instanceId, String signId) {
        keys.delete(projectId, instanceId, signId);
    }

    @Override
    public AssociateSignatureKeyV2Response associateSignatureKeyV2(String projectId, String instanceId,
                                                                   SignApiBinding binding) {
        return bindings.bind(projectId, instanceId, binding.getSignId(), binding.getPublishIds());
    }

    @Override
    public void disassociateSignatureKeyV2(String projectId, String instanceId, String signBindingsId) {
        bindings.unbind(projectId, instanceId, signBindingsId);
    }

    @Override
    public ListApisBindedToSignatureKeyV2Response listApisBindedToSignatureKeyV2(
            String projectId, String instanceId, String signId, Long offset, Integer limit, String envId, String apiId,
            String apiName, String groupId) {
        return bindings.boundApis(projectId, instanceId, signId, new ApiFilter(envId, groupId, apiId, apiName), offset,
            limit);
    }

    @Override
    public ListApisNotBoundWithSignatureKeyV2Response listApisNotBoundWithSignatureKeyV2(
            String projectId, String instanceId, String signId, Long offset, Integer limit, String envId, String apiId,
            String apiName, String groupId) {
        return bindings.unboundApis(projectId, instanceId, signId, new ApiFilter(envId, groupId, apiId, apiName), offset,
            limit);
    }

    @Override
    public ListSignatureKeysBindedToApiV2Response listSignatureKeysBindedToApiV2(
            String projectId, String instanceId, String apiId, Long offset, Integer limit, String signId,
            String signName, String envId) {
        return bindings.boundTo(projectId, instanceId, apiId, new PolicyFilter(signId, signName, envId, null, null),
            offset, limit);
    }
}
