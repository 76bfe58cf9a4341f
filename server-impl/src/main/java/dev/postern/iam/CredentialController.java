package dev.postern.iam;

import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import dev.postern.iam.api.CredentialApi;
import dev.postern.iam.model.CredentialStatus;
import dev.postern.iam.model.ShowCredential;
import dev.postern.iam.model.ShowPermanentAccessKeyResponse;
import dev.postern.identity.AccessKey;
import dev.postern.identity.Callers;
import dev.postern.identity.User;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Access keys. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class CredentialController implements CredentialApi {

    private final Directory directory;
    private final Callers callers;

    CredentialController(Directory directory, Callers callers) {
        this.directory = directory;
        this.callers = callers;
    }

    @Override
    public ShowPermanentAccessKeyResponse showPermanentAccessKey(String access) {
        AccessKey key = directory.key(access)
            .orElseThrow(() -> new ApiException(ErrorCode.IAM_0004, "credential: " + access));
        if (!directory.isOpen() && !maySee(callers.current().user(), key)) {
            throw Dialect.IAM_OS.forbidden();
        }
        return new ShowPermanentAccessKeyResponse().credential(new ShowCredential()
            .access(key.access()).userId(key.userId()).status(CredentialStatus.fromValue(key.status()))
            .createTime(Times.of(key.createTime())).description(key.description() == null ? "" : key.description()));
    }

    private boolean maySee(User caller, AccessKey key) {
        return caller != null && (caller.id().equals(key.userId()) || caller.isAdministrator()
            && directory.knownUser(key.userId(), null, null).filter(user -> user.domainId().equals(caller.domainId())).isPresent());
    }
}
