package dev.postern.apig.acl;

import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.AclBindingBatchFailure;
import dev.postern.apig.model.BatchDeleteApiAclBindingV2Response;
import dev.postern.data.Batch;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.List;

/** The rules of access control policies and their bindings. */
@Singleton
class AclService {

    private final GatewayAccess gateways;
    private final Bindings bindings;

    AclService(GatewayAccess gateways, Bindings bindings) {
        this.gateways = gateways;
        this.bindings = bindings;
    }

    /** Removes bindings; ids that are no binding of the gateway come back as failures. */
    @Transactional
    BatchDeleteApiAclBindingV2Response unbind(String projectId, String instanceId, List<String> ids) {
        gateways.write(projectId, instanceId);
        Batch<AclBindingBatchFailure> batch = bindings.unbindAll(instanceId, PolicyType.ACL, ids, ErrorCode.APIG_3010,
            (id, error) -> new AclBindingBatchFailure().bindId(id).errorCode(error.errorCode()).errorMsg(error.errorMsg()));
        return new BatchDeleteApiAclBindingV2Response().successCount(batch.successCount()).failure(batch.failure());
    }
}
