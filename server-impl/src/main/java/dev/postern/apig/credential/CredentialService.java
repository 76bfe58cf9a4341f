package dev.postern.apig.credential;

import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.AppCreate;
import dev.postern.apig.model.AppInfo;
import dev.postern.apig.model.AppInfoWithBindNum;
import dev.postern.apig.model.CheckAppV2Response;
import dev.postern.apig.model.ListAppsV2Response;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The rules of credentials. */
@Singleton
class CredentialService {

    private static final int VALID = 1;

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final AppRepository apps;
    private final Bindings bindings;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;

    CredentialService(GatewayAccess gateways, Quotas quotas, AppRepository apps, Bindings bindings, Secrets secrets,
                      Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.apps = apps;
        this.bindings = bindings;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** What credentials are filtered by; null does not filter. */
    record AppFilter(String id, String name, Integer status, String appKey, String creator, String preciseSearch) {

        PredicateSpecification<App> condition(String instanceId) {
            return Filter.<App>equal("instanceId", instanceId)
                .and(Filter.equal("id", id))
                .and(Filter.named("name", name, preciseSearch))
                .and(Filter.equal("status", status))
                .and(Filter.equal("appKey", appKey))
                .and(Filter.equal("creator", creator));
        }
    }

    /** Makes a credential; 400 APIG.3203 or APIG.3310 where its name or key is taken, 403 APIG.3103 where it is one too many. */
    @Transactional
    AppInfo create(String projectId, String instanceId, AppCreate app) {
        Gateway gateway = gateways.write(projectId, instanceId);
        quotas.require(gateway, Quota.APP_NUM_LIMIT, apps.countByInstanceId(instanceId));
        Instant now = clock.instant();
        return shown(apps.save(new App(ids.next(), instanceId, app.getName(), app.getRemark(), "USER",
            app.getAppKey() == null ? ids.next() : app.getAppKey(),
            app.getAppSecret() == null ? secrets.nextSecret() : app.getAppSecret(), VALID, "apig", null, now, now)));
    }

    /** One window of the credentials, the newest first. */
    @Transactional
    ListAppsV2Response list(String projectId, String instanceId, AppFilter filter, long offset, int limit) {
        gateways.read(projectId, instanceId);
        Page<App> page = Page.newest(apps, App.class, filter.condition(instanceId), "registerTime", offset, limit);
        Map<String, Integer> callable = bindings.counts(PolicyType.APP, page.items().stream().map(App::id).toList());
        List<AppInfoWithBindNum> shown = page.items().stream()
            .map(app -> Shapes.as(app, AppInfoWithBindNum.class).bindNum(callable.get(app.id()))).toList();
        return new ListAppsV2Response().apps(shown).size(shown.size()).total(page.total());
    }

    @Transactional
    AppInfo show(String projectId, String instanceId, String appId) {
        gateways.read(projectId, instanceId);
        return shown(find(instanceId, appId));
    }

    /** What everybody may know about a credential. */
    @Transactional
    CheckAppV2Response check(String projectId, String instanceId, String appId) {
        gateways.read(projectId, instanceId);
        return Shapes.as(find(instanceId, appId), CheckAppV2Response.class);
    }

    /** Changes a credential, which keeps its key and secret unless others are given; refuses as creation does. */
    @Transactional
    AppInfo update(String projectId, String instanceId, String appId, AppCreate wanted) {
        gateways.write(projectId, instanceId);
        App app = find(instanceId, appId);
        return shown(apps.update(app.changed(wanted.getName(), wanted.getRemark(),
            wanted.getAppKey() == null ? app.appKey() : wanted.getAppKey(),
            wanted.getAppSecret() == null ? app.appSecret() : wanted.getAppSecret(), clock.instant())));
    }

    /** Deletes a credential with all that belongs to it. */
    @Transactional
    void delete(String projectId, String instanceId, String appId) {
        gateways.write(projectId, instanceId);
        apps.delete(find(instanceId, appId));
    }

    /**
     * Gives a credential another secret.
     *
     * @param secret the secret to use; a new one is made where it is null
     */
    @Transactional
    AppInfo resetSecret(String projectId, String instanceId, String appId, String secret) {
        gateways.write(projectId, instanceId);
        App app = find(instanceId, appId);
        return shown(apps.update(app.changed(app.name(), app.remark(), app.appKey(),
            secret == null ? secrets.nextSecret() : secret, clock.instant())));
    }

    private App find(String instanceId, String appId) {
        return apps.findByIdAndInstanceId(appId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3002_APP, appId));
    }

    private static AppInfo shown(App app) {
        return Shapes.as(app, AppInfo.class);
    }
}
