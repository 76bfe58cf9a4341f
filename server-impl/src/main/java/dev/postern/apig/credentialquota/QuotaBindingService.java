package dev.postern.apig.credentialquota;

import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.AppQuotaAppBinding;
import dev.postern.apig.model.AppQuotaAppInfo;
import dev.postern.apig.model.AssociateAppsForAppQuotaResponse;
import dev.postern.data.Filter;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rules of which credentials have which quota. */
@Singleton
class QuotaBindingService {

    /** What the vendor prints where a credential has no quota. */
    private static final OffsetDateTime NEVER = OffsetDateTime.parse("0001-01-01T00:00:00Z");

    private final GatewayAccess gateways;
    private final AppQuotaRepository quotas;
    private final AppQuotaBindingRepository bindings;
    private final QuotaAppRepository apps;
    private final Clock clock;

    QuotaBindingService(GatewayAccess gateways, AppQuotaRepository quotas, AppQuotaBindingRepository bindings,
                        QuotaAppRepository apps, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.bindings = bindings;
        this.apps = apps;
        this.clock = clock;
    }

    /** Gives credentials a quota in place of the one they may have; none of them where one does not exist. */
    @Transactional
    AssociateAppsForAppQuotaResponse bind(String projectId, String instanceId, String id, List<String> appIds) {
        gateways.write(projectId, instanceId);
        requireQuota(instanceId, id);
        Set<String> wanted = new LinkedHashSet<>(appIds);
        for (String appId : wanted) {
            if (!apps.existsByAppIdAndInstanceId(appId, instanceId)) {
                throw new ApiException(ErrorCode.APIG_3004, appId);
            }
        }
        Instant now = clock.instant();
        wanted.forEach(bindings::deleteById);
        return new AssociateAppsForAppQuotaResponse().applies(Shapes.all(wanted.stream()
            .map(appId -> bindings.save(new AppQuotaBinding(appId, instanceId, id, now))).toList(), AppQuotaAppBinding.class));
    }

    /** Takes a quota from a credential; 404 APIG.3004 where it does not have it. */
    @Transactional
    void unbind(String projectId, String instanceId, String id, String appId) {
        gateways.write(projectId, instanceId);
        requireQuota(instanceId, id);
        if (bindings.deleteByAppIdAndAppQuotaId(appId, id) == 0) {
            throw new ApiException(ErrorCode.APIG_3004, appId);
        }
    }

    /** One window of the credentials that have a quota, those bound last first. */
    @Transactional
    Page<AppQuotaAppInfo> bound(String projectId, String instanceId, String id, String name, long offset, int limit) {
        return page(projectId, instanceId, id, Filter.equal("quotaId", id), name, "boundTime", offset, limit);
    }

    /** One window of the credentials that do not have a quota, the newest first. */
    @Transactional
    Page<AppQuotaAppInfo> bindable(String projectId, String instanceId, String id, String name, long offset, int limit) {
        return page(projectId, instanceId, id, (app, builder) ->
            builder.or(builder.isNull(app.get("quotaId")), builder.notEqual(app.get("quotaId"), id)), name, "registerTime",
            offset, limit);
    }

    private Page<AppQuotaAppInfo> page(String projectId, String instanceId, String id,
                                       PredicateSpecification<QuotaApp> which, String name, String time, long offset,
                                       int limit) {
        gateways.read(projectId, instanceId);
        requireQuota(instanceId, id);
        Page<QuotaApp> page = Page.of(apps, QuotaApp.class, Filter.<QuotaApp>equal("instanceId", instanceId).and(which)
            .and(Filter.contains("name", name)), (app, builder) ->
            List.of(builder.desc(app.get(time)), builder.asc(app.get("appId"))), offset, limit);
        return new Page<>(page.items().stream().map(QuotaBindingService::shown).toList(), page.total());
    }

    private static AppQuotaAppInfo shown(QuotaApp app) {
        AppQuotaAppInfo shown = Shapes.as(app, AppQuotaAppInfo.class);
        return app.boundTime() == null ? shown.boundTime(NEVER) : shown;
    }

    private void requireQuota(String instanceId, String id) {
        if (quotas.findByIdAndInstanceId(id, instanceId).isEmpty()) {
            throw new ApiException(ErrorCode.APIG_3093_QUOTA_BINDING, id);
        }
    }
}
