package dev.postern.apig.authorization;

import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.BoundApi;
import dev.postern.apig.binding.Policy;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.credential.App;
import dev.postern.apig.credential.AppRepository;
import dev.postern.apig.environment.EnvironmentRepository;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.ApiAuthCreate;
import dev.postern.apig.model.ApiAuthRelations;
import dev.postern.apig.model.AuthResult;
import dev.postern.apig.model.AuthRole;
import dev.postern.apig.model.AuthTunnel;
import dev.postern.apig.model.AuthorizationStatus;
import dev.postern.apig.model.CreateAuthorizingAppsV2Response;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorBody;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The rules by which credentials are authorised to call APIs. */
@Singleton
class AuthorizationService {

    /** How APIs authenticate callers that can be authorised. */
    static final String BY_CREDENTIAL = "APP";

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final AppRepository apps;
    private final ApiInEnvironmentRepository apis;
    private final EnvironmentRepository environments;
    private final Bindings bindings;

    AuthorizationService(GatewayAccess gateways, Quotas quotas, AppRepository apps, ApiInEnvironmentRepository apis,
                         EnvironmentRepository environments, Bindings bindings) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.apps = apps;
        this.apis = apis;
        this.environments = environments;
        this.bindings = bindings;
    }

    /** Authorises each of the credentials for each of the APIs; what cannot be says why, and the others are not concerned. */
    @Transactional
    CreateAuthorizingAppsV2Response authorise(String projectId, String instanceId, ApiAuthCreate wanted) {
        Gateway gateway = gateways.write(projectId, instanceId);
        List<App> callers = new LinkedHashSet<>(wanted.getAppIds()).stream()
            .map(id -> found(apps.findByIdAndInstanceId(id, instanceId), ErrorCode.APIG_3004, id)).toList();
        environments.require(instanceId, wanted.getEnvId());
        List<ApiInEnvironment> called = new LinkedHashSet<>(wanted.getApiIds()).stream().map(id -> found(
            apis.findByIdAndInstanceIdAndEnvId(id, instanceId, wanted.getEnvId()), ErrorCode.APIG_3002, id)).toList();
        return new CreateAuthorizingAppsV2Response().auths(callers.stream()
            .flatMap(app -> called.stream().map(api -> authorise(gateway, app, api))).toList());
    }

    /** Takes an authorisation back; 404 APIG.3009 where there is no such. */
    @Transactional
    void cancel(String projectId, String instanceId, String id) {
        gateways.write(projectId, instanceId);
        bindings.unbind(instanceId, PolicyType.APP, id, ErrorCode.APIG_3009);
    }

    private ApiAuthRelations authorise(Gateway gateway, App app, ApiInEnvironment api) {
        ApiAuthRelations auth = new ApiAuthRelations().apiId(api.id()).appId(app.id());
        boolean present;
        try {
            requireCallable(api);
            present = bindings.isBound(PolicyType.APP, app.id(), api.publicationId());
            if (!present) {
                quotas.require(gateway, Quota.APP_API_NUM_LIMIT, bindings.count(PolicyType.APP, app.id()));
            }
        } catch (ApiException e) {
            return auth.authResult(result(AuthorizationStatus.FAILED, e.body()).apiName(api.name()).appName(app.name()));
        }
        BoundApi bound = bindings.bind(app.instanceId(), Policy.app(app.id()), List.of(api.publicationId())).get(0);
        return auth.id(bound.id()).authTime(bound.boundTime().toString()).authRole(AuthRole.PROVIDER)
            .authTunnel(AuthTunnel.NORMAL).authResult(present
                ? result(AuthorizationStatus.SKIPPED, new ApiException(ErrorCode.APIG_3316).body())
                : new AuthResult().status(AuthorizationStatus.SUCCESS));
    }

    private static void requireCallable(ApiInEnvironment api) {
        if (!api.online()) {
            throw new ApiException(ErrorCode.APIG_3015);
        }
        if (!BY_CREDENTIAL.equals(api.authType())) {
            throw Dialect.APIG.invalidField("auth_type", "it takes no calls with credentials");
        }
    }

    private static AuthResult result(AuthorizationStatus status, ErrorBody reason) {
        return new AuthResult().status(status).errorCode(reason.errorCode()).errorMsg(reason.errorMsg());
    }

    private static <T> T found(Optional<T> thing, ErrorCode missing, String id) {
        return thing.orElseThrow(() -> new ApiException(missing, id));
    }
}
