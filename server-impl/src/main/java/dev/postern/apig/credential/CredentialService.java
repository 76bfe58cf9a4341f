package dev.postern.apig.credential;

import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.CreateAppCodeAutoV2Response;
import dev.postern.apig.model.ResettingAppSecretV2Response;
import dev.postern.data.Ids;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;

/** The rules of credentials. */
@Singleton
class CredentialService {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final AppRepository apps;
    private final AppCodeRepository appCodes;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;

    CredentialService(GatewayAccess gateways, Quotas quotas, AppRepository apps, AppCodeRepository appCodes,
                      Secrets secrets, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.apps = apps;
        this.appCodes = appCodes;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives a credential a further AppCode; 403 APIG.3131 where it has the most it may have. */
    @Transactional
    CreateAppCodeAutoV2Response createAppCode(String projectId, String instanceId, String appId) {
        gateways.write(projectId, instanceId);
        find(instanceId, appId, ErrorCode.APIG_3004);
        quotas.require(instanceId, Quota.APP_CODE_NUM_LIMIT, appCodes.countByAppId(appId));
        return Shapes.as(appCodes.save(new AppCode(ids.next(), appId, secrets.nextAppCode(), clock.instant())),
            CreateAppCodeAutoV2Response.class);
    }

    /**
     * Gives a credential another secret.
     *
     * @param secret the secret to use; a new one is made where it is null
     */
    @Transactional
    ResettingAppSecretV2Response resetSecret(String projectId, String instanceId, String appId, String secret) {
        gateways.write(projectId, instanceId);
        App app = find(instanceId, appId, ErrorCode.APIG_3002_APP);
        return Shapes.as(apps.update(new App(app.id(), instanceId, app.name(), app.remark(), app.creator(),
            app.appKey(), secret == null ? secrets.nextSecret() : secret, app.status(), app.appType(),
            app.romaAppType(), app.registerTime(), clock.instant())), ResettingAppSecretV2Response.class);
    }

    private App find(String instanceId, String appId, ErrorCode missing) {
        return apps.findByIdAndInstanceId(appId, instanceId)
            .orElseThrow(() -> new ApiException(missing, appId));
    }
}
