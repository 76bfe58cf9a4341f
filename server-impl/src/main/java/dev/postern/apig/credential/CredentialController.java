package dev.postern.apig.credential;

import dev.postern.apig.api.CredentialApi;
import dev.postern.apig.credentialquota.CredentialQuotaService;
import dev.postern.apig.model.AppAclCreate;
import dev.postern.apig.model.AppAclInfo;
import dev.postern.apig.model.AppCodeBaseInfo;
import dev.postern.apig.model.AppCodeCreate;
import dev.postern.apig.model.AppCreate;
import dev.postern.apig.model.AppInfo;
import dev.postern.apig.model.AppQuotaInfo;
import dev.postern.apig.model.AppResetCreate;
import dev.postern.apig.model.CheckAppV2Response;
import dev.postern.apig.model.ListAppCodesV2Response;
import dev.postern.apig.model.ListAppsV2Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Credentials. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class CredentialController implements CredentialApi {

    private final CredentialService apps;
    private final AppCodeService appCodes;
    private final AppAclService acls;
    private final CredentialQuotaService quotas;

    CredentialController(CredentialService apps, AppCodeService appCodes, AppAclService acls,
                         CredentialQuotaService quotas) {
        this.apps = apps;
        this.appCodes = appCodes;
        this.acls = acls;
        this.quotas = quotas;
    }

    @Override
    public AppInfo createAnAppV2(String projectId, String instanceId, AppCreate app) {
        return apps.create(projectId, instanceId, app);
    }

    @Override
    public ListAppsV2Response listAppsV2(String projectId, String instanceId, Long offset, Integer limit, String id,
                                         String name, Integer status, String appKey, String creator,
                                         String preciseSearch) {
        return apps.list(projectId, instanceId,
            new CredentialService.AppFilter(id, name, status, appKey, creator, preciseSearch), offset, limit);
    }

    @Override
    public AppInfo showDetailsOfAppV2(String projectId, String instanceId, String appId) {
        return apps.show(projectId, instanceId, appId);
    }

    @Override
    public AppInfo updateAppV2(String projectId, String instanceId, String appId, AppCreate app) {
        return apps.update(projectId, instanceId, appId, app);
    }

    @Override
    public void deleteAppV2(String projectId, String instanceId, String appId) {
        apps.delete(projectId, instanceId, appId);
    }

    @Override
    public CheckAppV2Response checkAppV2(String projectId, String instanceId, String appId) {
        return apps.check(projectId, instanceId, appId);
    }

    @Override
    public AppInfo resettingAppSecretV2(String projectId, String instanceId, String appId, AppResetCreate secret) {
        return apps.resetSecret(projectId, instanceId, appId, secret == null ? null : secret.getAppSecret());
    }

    @Override
    public AppCodeBaseInfo createAppCodeV2(String projectId, String instanceId, String appId, AppCodeCreate code) {
        return appCodes.create(projectId, instanceId, appId, code.getAppCode());
    }

    @Override
    public AppCodeBaseInfo createAppCodeAutoV2(String projectId, String instanceId, String appId) {
        return appCodes.create(projectId, instanceId, appId, null);
    }

    @Override
    public ListAppCodesV2Response listAppCodesV2(String projectId, String instanceId, String appId, Long offset,
                                                 Integer limit) {
        return appCodes.list(projectId, instanceId, appId, offset, limit);
    }

    @Override
    public AppCodeBaseInfo showDetailsOfAppCodeV2(String projectId, String instanceId, String appId, String appCodeId) {
        return appCodes.show(projectId, instanceId, appId, appCodeId);
    }

    @Override
    public void deleteAppCodeV2(String projectId, String instanceId, String appId, String appCodeId) {
        appCodes.delete(projectId, instanceId, appId, appCodeId);
    }

    @Override
    public AppAclInfo showDetailsOfAppAcl(String projectId, String instanceId, String appId) {
        return acls.show(projectId, instanceId, appId);
    }

    @Override
    public AppAclInfo updateAppAcl(String projectId, String instanceId, String appId, AppAclCreate acl) {
        return acls.replace(projectId, instanceId, appId, acl);
    }

    @Override
    public void deleteAppAcl(String projectId, String instanceId, String appId) {
        acls.delete(projectId, instanceId, appId);
    }

    @Override
    public AppQuotaInfo showAppBoundAppQuota(String projectId, String instanceId, String appId) {
        return quotas.ofApp(projectId, instanceId, appId);
    }
}
