package dev.postern.apig.acl;

import dev.postern.apig.api.AclApi;
import dev.postern.apig.model.AclBindingBatchDelete;
import dev.postern.apig.model.BatchDeleteApiAclBindingV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Access control policies and their bindings. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class AclController implements AclApi {

    private final AclService service;

    AclController(AclService service) {
        this.service = service;
    }

    @Override
    public BatchDeleteApiAclBindingV2Response batchDeleteApiAclBindingV2(String projectId, String instanceId,
                                                                         String action, AclBindingBatchDelete batch) {
        return service.unbind(projectId, instanceId, batch.getAclBindings());
    }
}
