package dev.postern.apig.acl;

import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.AclBindingBatchFailure;
import dev.postern.apig.model.BatchDeleteApiAclBindingV2Response;
import dev.postern.data.Batch;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.List;

/** The rules of access control policies and their bindings. */
@Singleton
class AclService {

    private final GatewayAccess gateways;
    private final AclBindingRepository bindings;

    AclService(GatewayAccess gateways, AclBindingRepository bindings) {
        this.gateways = gateways;
        this.bindings = bindings;
    }

    /** Removes bindings; ids that are no binding of the gateway come back as failures. */
    @Transactional
    BatchDeleteApiAclBindingV2Response unbind(String projectId, String instanceId, List<String> ids) {
        gateways.write(projectId, instanceId);
        Batch<AclBindingBatchFailure> batch = Batch.of(ids, id -> {
            if (bindings.deleteByIdAndInstanceId(id, instanceId) == 0) {
                throw new ApiException(ErrorCode.APIG_3010);
            }
        }, (id, error) -> new AclBindingBatchFailure().bindId(id).errorCode(error.errorCode()).errorMsg(error.errorMsg()));
        return new BatchDeleteApiAclBindingV2Response().successCount(batch.successCount()).failure(batch.failure());
    }
}
