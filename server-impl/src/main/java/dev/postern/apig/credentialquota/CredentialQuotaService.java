package dev.postern.apig.credentialquota;

import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.AppQuotaCreate;
import dev.postern.apig.model.AppQuotaInfo;
import dev.postern.apig.model.ListAppQuotasResponse;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;

/** The rules of quotas. */
@Singleton
public class CredentialQuotaService {

    private static final DateTimeFormatter RESET_TIME =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    /** What the vendor's lists print behind a time. */
    private static final String ZONE = " +0000 +0000";
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(8);

    private final GatewayAccess gateways;
    private final AppQuotaRepository quotas;
    private final AppQuotaBindingRepository bindings;
    private final QuotaAppRepository apps;
    private final Ids ids;
    private final Clock clock;

    CredentialQuotaService(GatewayAccess gateways, AppQuotaRepository quotas, AppQuotaBindingRepository bindings,
                           QuotaAppRepository apps, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.bindings = bindings;
        this.apps = apps;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a quota; 400 APIG.3325 where its name is taken. */
    @Transactional
    AppQuotaInfo create(String projectId, String instanceId, AppQuotaCreate wanted) {
        checkResetTime(wanted.getResetTime());
        gateways.write(projectId, instanceId);
        AppQuota quota = quotas.save(row(ids.next(), instanceId, wanted, clock.instant()));
        return shown(quota).createTime(quota.createTime().atOffset(LOCAL));
    }

    /** One window of the quotas, the newest first. */
    @Transactional
    ListAppQuotasResponse list(String projectId, String instanceId, String name, long offset, int limit) {
        gateways.read(projectId, instanceId);
        Page<AppQuota> page = Page.newest(quotas, AppQuota.class, Filter.<AppQuota>equal("instanceId", instanceId)
            .and(Filter.contains("name", name)), "createTime", offset, limit);
        List<AppQuotaInfo> shown = page.items().stream().map(this::read).toList();
        return new ListAppQuotasResponse().quotas(shown).size(shown.size()).total(page.total());
    }

    @Transactional
    AppQuotaInfo show(String projectId, String instanceId, String id) {
        gateways.read(projectId, instanceId);
        return read(find(instanceId, id));
    }

    /** The quota that a credential has; empty where it has none. 404 APIG.3002 where there is no such credential. */
    @Transactional
    public AppQuotaInfo ofApp(String projectId, String instanceId, String appId) {
        gateways.read(projectId, instanceId);
        QuotaApp app = apps.findByAppIdAndInstanceId(appId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3002_APP, appId));
        // The vendor's example counts nothing here.
        return app.quotaId() == null ? new AppQuotaInfo() : read(find(instanceId, app.quotaId())).boundAppNum(0);
    }

    /** Replaces a quota; 400 APIG.3325 where its name is taken. */
    @Transactional
    AppQuotaInfo update(String projectId, String instanceId, String id, AppQuotaCreate wanted) {
        checkResetTime(wanted.getResetTime());
        gateways.write(projectId, instanceId);
        return shown(quotas.update(row(id, instanceId, wanted, find(instanceId, id).createTime())));
    }

    /** Deletes a quota; the credentials that had it have none. */
    @Transactional
    void delete(String projectId, String instanceId, String id) {
        gateways.write(projectId, instanceId);
        quotas.delete(find(instanceId, id));
    }

    private AppQuota find(String instanceId, String id) {
        return quotas.findByIdAndInstanceId(id, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3093_QUOTA, id));
    }

    private static void checkResetTime(String time) {
        try {
            if (time != null) {
                LocalDateTime.parse(time, RESET_TIME);
            }
        } catch (DateTimeException e) {
            throw Dialect.APIG.invalidField("reset_time", "there is no such moment");
        }
    }

    private static AppQuota row(String id, String instanceId, AppQuotaCreate wanted, java.time.Instant createTime) {
        return new AppQuota(id, instanceId, wanted.getName(), wanted.getCallLimits(), wanted.getTimeUnit().getValue(),
            wanted.getTimeInterval(), wanted.getResetTime(), wanted.getRemark(), createTime);
    }

    private AppQuotaInfo read(AppQuota quota) {
        return shown(quota).resetTime(quota.resetTime() == null ? null : quota.resetTime() + ZONE);
    }

    private AppQuotaInfo shown(AppQuota quota) {
        int bound = bindings.countByAppQuotaId(quota.id());
        return Shapes.as(quota, AppQuotaInfo.class).appQuotaId(quota.id()).boundAppNum(bound == 0 ? null : bound);
    }
}
