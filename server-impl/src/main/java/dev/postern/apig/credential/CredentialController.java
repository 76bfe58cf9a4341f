package dev.postern.apig.credential;

import dev.postern.apig.api.CredentialApi;
import dev.postern.apig.model.AppResetCreate;
import dev.postern.apig.model.CreateAppCodeAutoV2Response;
import dev.postern.apig.model.ResettingAppSecretV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Credentials. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class CredentialController implements CredentialApi {

    private final CredentialService service;

    CredentialController(CredentialService service) {
        this.service = service;
    }

    @Override
    public CreateAppCodeAutoV2Response createAppCodeAutoV2(String projectId, String instanceId, String appId) {
        return service.createAppCode(projectId, instanceId, appId);
    }

    @Override
    public ResettingAppSecretV2Response resettingAppSecretV2(String projectId, String instanceId, String appId,
                                                             AppResetCreate secret) {
        return service.resetSecret(projectId, instanceId, appId, secret == null ? null : secret.getAppSecret());
    }
}
