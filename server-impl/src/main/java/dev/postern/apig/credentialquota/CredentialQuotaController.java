package dev.postern.apig.credentialquota;

import dev.postern.apig.api.CredentialQuotaApi;
import dev.postern.apig.model.AppQuotaAppInfo;
import dev.postern.apig.model.AppQuotaCreate;
import dev.postern.apig.model.AppQuotaInfo;
import dev.postern.apig.model.AssociateAppsForAppQuotaResponse;
import dev.postern.apig.model.CreateAppQuotaBindingApp;
import dev.postern.apig.model.ListAppQuotaBindableAppsResponse;
import dev.postern.apig.model.ListAppQuotaBoundAppsResponse;
import dev.postern.apig.model.ListAppQuotasResponse;
import dev.postern.data.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Quotas and the credentials that have them. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class CredentialQuotaController implements CredentialQuotaApi {

    private final CredentialQuotaService quotas;
    private final QuotaBindingService bindings;

    CredentialQuotaController(CredentialQuotaService quotas, QuotaBindingService bindings) {
        this.quotas = quotas;
        this.bindings = bindings;
    }

    @Override
    public AppQuotaInfo createAppQuota(String projectId, String instanceId, AppQuotaCreate quota) {
        return quotas.create(projectId, instanceId, quota);
    }

    @Override
    public ListAppQuotasResponse listAppQuotas(String projectId, String instanceId, Long offset, Integer limit,
                                               String name) {
        return quotas.list(projectId, instanceId, name, offset, limit);
    }

    @Override
    public AppQuotaInfo showAppQuota(String projectId, String instanceId, String appQuotaId) {
        return quotas.show(projectId, instanceId, appQuotaId);
    }

    @Override
    public AppQuotaInfo updateAppQuota(String projectId, String instanceId, String appQuotaId, AppQuotaCreate quota) {
        return quotas.update(projectId, instanceId, appQuotaId, quota);
    }

    @Override
    public void deleteAppQuota(String projectId, String instanceId, String appQuotaId) {
        quotas.delete(projectId, instanceId, appQuotaId);
    }

    @Override
    public AssociateAppsForAppQuotaResponse associateAppsForAppQuota(String projectId, String instanceId,
                                                                     String appQuotaId, CreateAppQuotaBindingApp apps) {
        return bindings.bind(projectId, instanceId, appQuotaId, apps.getAppIds());
    }

    @Override
    public void disassociateAppQuotaWithApp(String projectId, String instanceId, String appQuotaId, String appId) {
        bindings.unbind(projectId, instanceId, appQuotaId, appId);
    }

    @Override
    public ListAppQuotaBoundAppsResponse listAppQuotaBoundApps(String projectId, String instanceId, String appQuotaId,
                                                               Long offset, Integer limit, String appName) {
        Page<AppQuotaAppInfo> page = bindings.bound(projectId, instanceId, appQuotaId, appName, offset, limit);
        return new ListAppQuotaBoundAppsResponse().apps(page.items()).size(page.items().size()).total(page.total());
    }

    @Override
    public ListAppQuotaBindableAppsResponse listAppQuotaBindableApps(String projectId, String instanceId,
                                                                     String appQuotaId, Long offset, Integer limit,
                                                                     String appName) {
        Page<AppQuotaAppInfo> page = bindings.bindable(projectId, instanceId, appQuotaId, appName, offset, limit);
        return new ListAppQuotaBindableAppsResponse().apps(page.items()).size(page.items().size()).total(page.total());
    }
}
