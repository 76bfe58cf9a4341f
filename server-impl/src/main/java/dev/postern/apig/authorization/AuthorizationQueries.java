package dev.postern.apig.authorization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.binding.ApiFilter;
import dev.postern.apig.binding.Binding;
import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.BoundApi;
import dev.postern.apig.binding.PolicyFilter;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.credential.App;
import dev.postern.apig.credential.AppRepository;
import dev.postern.apig.definition.ApiRepository;
import dev.postern.apig.environment.EnvironmentRepository;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.ApiAuthInfo;
import dev.postern.apig.model.ApiOutline;
import dev.postern.apig.model.AppCreator;
import dev.postern.apig.model.AuthRole;
import dev.postern.apig.model.AuthTunnel;
import dev.postern.apig.model.ListApisUnbindedToAppV2Response;
import dev.postern.data.Filter;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import io.micronaut.data.repository.jpa.criteria.QuerySpecification;
import jakarta.inject.Singleton;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import jakarta.transaction.Transactional;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Lists which credentials may call which APIs, and which may not. */
@Singleton
class AuthorizationQueries {

    private final GatewayAccess gateways;
    private final AppRepository apps;
    private final ApiRepository apis;
    private final EnvironmentRepository environments;
    private final ApiInEnvironmentRepository apisInEnvironments;
    private final Bindings bindings;

    AuthorizationQueries(GatewayAccess gateways, AppRepository apps, ApiRepository apis,
                         EnvironmentRepository environments, ApiInEnvironmentRepository apisInEnvironments,
                         Bindings bindings) {
        this.gateways = gateways;
        this.apps = apps;
        this.apis = apis;
        this.environments = environments;
        this.apisInEnvironments = apisInEnvironments;
        this.bindings = bindings;
    }

    /** One window of the APIs that a credential may call, the newest authorisation first. */
    @Transactional
    Page<ApiAuthInfo> apis(String projectId, String instanceId, String appId, ApiFilter filter, long offset, int limit) {
        gateways.read(projectId, instanceId);
        apps.require(instanceId, appId);
        return shown(bindings.apis(instanceId, PolicyType.APP, appId, filter, offset, limit));
    }

    /**
     * One window of the credentials that may call an API, the newest authorisation first.
     *
     * @param apiId the API; null for all
     */
    @Transactional
    Page<ApiAuthInfo> apps(String projectId, String instanceId, String apiId, PolicyFilter filter, long offset, int limit) {
        gateways.read(projectId, instanceId);
        if (apiId != null) {
            apis.require(instanceId, apiId);
        }
        Page<ApiAuthInfo> page = shown(bindings.policies(instanceId, PolicyType.APP, apiId, filter, offset, limit));
        // The vendor's example has none.
        page.items().forEach(auth -> auth.setPublishId(null));
        return page;
    }

    /** One window of the APIs that a credential could be authorised for in an environment, by name. */
    @Transactional
    ListApisUnbindedToAppV2Response unboundApis(String projectId, String instanceId, String appId, ApiFilter filter,
                                                long offset, int limit) {
        gateways.read(projectId, instanceId);
        apps.require(instanceId, appId);
        environments.require(instanceId, filter.envId());
        QuerySpecification<ApiInEnvironment> unbound = (api, query, builder) -> {
            Subquery<String> bound = query.subquery(String.class);
            Root<Binding> binding = bound.from(Binding.class);
            bound.select(binding.get("publishId")).where(builder.and(
                builder.equal(binding.get("policyType"), PolicyType.APP), builder.equal(binding.get("policyId"), appId)));
            return builder.or(builder.isNull(api.get("publicationId")), builder.not(api.get("publicationId").in(bound)));
        };
        Page<ApiInEnvironment> page = Page.of(apisInEnvironments, ApiInEnvironment.class, unbound
            .and(Filter.<ApiInEnvironment>equal("instanceId", instanceId)
                .and(Filter.equal("envId", filter.envId()))
                .and(Filter.equal("authType", AuthorizationService.BY_CREDENTIAL))
                .and(Filter.equal("groupId", filter.groupId()))
                .and(Filter.equal("id", filter.apiId()))
                .and(Filter.contains("name", filter.apiName()))), (api, builder) ->
            List.of(builder.asc(api.get("sortName")), builder.asc(api.get("id"))), offset, limit);
        List<ApiOutline> shown = page.items().stream().map(AuthorizationQueries::shown).toList();
        return new ListApisUnbindedToAppV2Response().apis(shown).size(shown.size()).total(page.total());
    }

    private static ApiOutline shown(ApiInEnvironment api) {
        return Shapes.as(api, ApiOutline.class)
            .runEnvId(api.online() ? api.envId() : "")
            .runEnvName(api.online() ? api.envName() : "")
            .publishId(api.online() ? api.publicationId() : "");
    }

    private Page<ApiAuthInfo> shown(Page<BoundApi> page) {
        Map<String, App> known = Bindings.policiesOf(page.items(), apps::findByIdIn, App::id);
        return new Page<>(page.items().stream().map(bound -> shown(bound, known.get(bound.policyId()))).toList(), page.total());
    }

    private static ApiAuthInfo shown(BoundApi bound, App app) {
        ObjectNode facts = Shapes.tree(app).retain("app_type", "roma_app_type");
        return Shapes.as(facts.setAll(Shapes.tree(bound)), ApiAuthInfo.class)
            .apiType(bound.type())
            .apiRemark(bound.remark())
            .appId(app.id())
            .appName(app.name())
            .appCreator(AppCreator.fromValue(app.creator()))
            .authTime(bound.boundTime().atOffset(ZoneOffset.UTC))
            .authRole(AuthRole.PROVIDER)
            .authTunnel(AuthTunnel.NORMAL);
    }
}
