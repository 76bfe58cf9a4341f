package dev.postern.apig.credential;

import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.AppCodeBaseInfo;
import dev.postern.apig.model.ListAppCodesV2Response;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;

/** The rules of AppCodes. */
@Singleton
class AppCodeService {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final AppRepository apps;
    private final AppCodeRepository appCodes;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;

    AppCodeService(GatewayAccess gateways, Quotas quotas, AppRepository apps, AppCodeRepository appCodes,
                   Secrets secrets, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.apps = apps;
        this.appCodes = appCodes;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Gives a credential a further AppCode; 403 APIG.3131 where it has the most it may have.
     *
     * @param given the AppCode; one is made where it is null
     */
    @Transactional
    AppCodeBaseInfo create(String projectId, String instanceId, String appId, String given) {
        Gateway gateway = gateways.write(projectId, instanceId);
        apps.require(instanceId, appId);
        quotas.require(gateway, Quota.APP_CODE_NUM_LIMIT, appCodes.countByAppId(appId));
        return Shapes.as(appCodes.save(new AppCode(ids.next(), appId, given == null ? secrets.nextAppCode() : given,
            clock.instant())), AppCodeBaseInfo.class);
    }

    /** One window of the AppCodes of a credential, the newest first. */
    @Transactional
    ListAppCodesV2Response list(String projectId, String instanceId, String appId, long offset, int limit) {
        gateways.read(projectId, instanceId);
        apps.require(instanceId, appId);
        Page<AppCode> page = Page.newest(appCodes, AppCode.class, Filter.<AppCode>equal("appId", appId), "createTime", offset, limit);
        List<AppCodeBaseInfo> shown = Shapes.all(page.items(), AppCodeBaseInfo.class);
        return new ListAppCodesV2Response().appCodes(shown).size(shown.size()).total(page.total());
    }

    @Transactional
    AppCodeBaseInfo show(String projectId, String instanceId, String appId, String id) {
        gateways.read(projectId, instanceId);
        apps.require(instanceId, appId);
        return appCodes.findByIdAndAppId(id, appId).map(code -> Shapes.as(code, AppCodeBaseInfo.class))
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3082));
    }

    @Transactional
    void delete(String projectId, String instanceId, String appId, String id) {
        gateways.write(projectId, instanceId);
        apps.require(instanceId, appId);
        if (appCodes.deleteByIdAndAppId(id, appId) == 0) {
            throw new ApiException(ErrorCode.APIG_3082);
        }
    }
}
