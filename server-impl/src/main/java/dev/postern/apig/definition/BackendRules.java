package dev.postern.apig.definition;

import dev.postern.apig.gateway.Quota;
import dev.postern.apig.model.ApiBackendVpcReq;
import dev.postern.apig.model.ApiConditionBase;
import dev.postern.apig.model.ApiCreate;
import dev.postern.apig.model.ApiParamLocation;
import dev.postern.apig.model.BackendParamBase;
import dev.postern.apig.model.BackendParamLocation;
import dev.postern.apig.model.BackendParamOrigin;
import dev.postern.apig.model.BackendType;
import dev.postern.apig.model.ConditionOrigin;
import dev.postern.apig.model.ConditionSystemParam;
import dev.postern.apig.model.ConditionType;
import dev.postern.apig.model.FunctionNetworkType;
import dev.postern.apig.model.ReqParamBase;
import dev.postern.apig.model.VpcChannelUse;
import dev.postern.error.ErrorCode;
import io.micronaut.core.annotation.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import static dev.postern.apig.definition.DefinitionRules.distinct;
import static dev.postern.apig.definition.DefinitionRules.field;
import static dev.postern.apig.definition.DefinitionRules.orNone;
import static dev.postern.apig.definition.DefinitionRules.require;

/** The rules of parameters and of the backends that they go to. */
final class BackendRules {

    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "x-auth-token");
    private static final String FRONTEND = "$context.authorizer.frontend.";
    private static final String BACKEND = "$context.authorizer.backend.";
    private static final Pattern SYSTEM = Pattern.compile("\\$context\\.(?:sourceIp|stage|apiId|appId|requestId|"
        + "serverAddr|serverName|handleTime|providerAppId|apiName|appName|authorizer\\.(?:frontend|backend)\\..+)");
    private static final int V1_TIMEOUT = 60_000;

    private final ApiCreate api;
    private final List<ReqParamBase> params;
    private final List<Backend> backends = new ArrayList<>();

    BackendRules(ApiCreate api) {
        this.api = api;
        this.params = orNone(api.getReqParams());
        backends.add(theDefault());
        switch (api.getBackendType()) {
            case HTTP, GRPC -> each("policy_https", api.getPolicyHttps(), (place, policy) -> new Backend(place,
                policy.getName(), policy.getReqUri(), new Address(policy.getVpcChannelStatus(),
                policy.getVpcChannelInfo(), policy.getUrlDomain()), orNone(policy.getBackendParams()),
                policy.getConditions(), policy.getAuthorizerId()));
            case FUNCTION -> each("policy_functions", api.getPolicyFunctions(), (place, policy) -> {
                checkTimeout(place, policy.getNetworkType(), policy.getTimeout());
                return new Backend(place, policy.getName(), null, null, orNone(policy.getBackendParams()),
                    policy.getConditions(), policy.getAuthorizerId());
            });
            case MOCK -> each("policy_mocks", api.getPolicyMocks(), (place, policy) -> new Backend(place,
                policy.getName(), null, null, orNone(policy.getBackendParams()), policy.getConditions(),
                policy.getAuthorizerId()));
        }
    }

    private Backend theDefault() {
        List<BackendParamBase> sent = orNone(api.getBackendParams());
        return switch (api.getBackendType()) {
            case HTTP, GRPC -> new Backend("backend_api", null, api.getBackendApi().getReqUri(),
                new Address(api.getBackendApi().getVpcChannelStatus(), api.getBackendApi().getVpcChannelInfo(),
                    api.getBackendApi().getUrlDomain()), sent, List.of(), api.getBackendApi().getAuthorizerId());
            case FUNCTION -> new Backend("func_info", null, null, null, sent, List.of(), api.getFuncInfo().getAuthorizerId());
            case MOCK -> new Backend("mock_info", null, null, null, sent, List.of(), api.getMockInfo().getAuthorizerId());
        };
    }

    void check() {
        checkRequestParams();
        backends.forEach(this::checkBackend);
        require(distinct(backends.stream().skip(1).map(Backend::name).toList()), ErrorCode.APIG_3210);
    }

    /** Refuses authorizers and channels that cannot be any. */
    void checkReferences() {
        backends.forEach(backend -> {
            DefinitionRules.checkAuthorizer(backend.authorizerId());
            if (backend.address() != null && backend.address().use() == VpcChannelUse.CHANNEL) {
                DefinitionRules.checkChannel(backend.address().channel().getVpcChannelId());
            }
        });
    }

    /** How much of each a definition has, where that is limited; of what each backend has, the most. */
    Map<Quota, Integer> numbers() {
        Map<Quota, Integer> numbers = new EnumMap<>(Quota.class);
        numbers.put(Quota.API_PARAM_NUM_LIMIT, Math.max(params.size(), most(backend -> backend.params().size())));
        numbers.put(Quota.API_POLICY_NUM_LIMIT, backends.size() - 1);
        numbers.put(Quota.API_CONDITION_NUM_LIMIT, most(backend -> backend.conditions().size()));
        numbers.put(Quota.API_TAG_NUM_LIMIT, orNone(api.getTags()).size());
        return numbers;
    }

    private int most(ToIntFunction<Backend> number) {
        return backends.stream().mapToInt(number).max().orElse(0);
    }

    /** A function outside of a VPC has less time. */
    static void checkTimeout(String place, FunctionNetworkType network, @Nullable Integer timeout) {
        field(network != FunctionNetworkType.V1 || timeout == null || timeout <= V1_TIMEOUT, place + ".timeout",
            "it is over " + V1_TIMEOUT);
    }

    private void checkRequestParams() {
        Set<String> variables = PathTemplate.ofCalls("req_uri", api.getReqUri()).variables();
        for (int i = 0; i < params.size(); i++) {
            ReqParamBase param = params.get(i);
            String name = param.getName().toLowerCase(Locale.ROOT);
            boolean free = !reserved(name) && switch (param.getLocation()) {
                case PATH -> variables.contains(param.getName());
                case HEADER -> !SECRET_HEADERS.contains(name) && name.indexOf('_') < 0;
                case QUERY, COOKIE -> true;
            };
            field(free, "req_params[" + i + "].name", "a parameter of the location cannot have this name");
        }
        Set<String> inPath = params.stream().filter(param -> param.getLocation() == ApiParamLocation.PATH)
            .map(ReqParamBase::getName).collect(Collectors.toSet());
        require(inPath.containsAll(variables), ErrorCode.APIG_2026);
        require(distinct(params.stream().map(param -> param.getLocation() + " "
            + param.getName().toLowerCase(Locale.ROOT)).toList()), ErrorCode.APIG_3209);
    }

    private void checkBackend(Backend backend) {
        // Parameters of the default backend stand beside it.
        String owner = backend.name() == null ? "" : backend.place() + ".";
        if (backend.address() != null) {
            boolean channel = backend.address().use() == VpcChannelUse.CHANNEL;
            field(!channel || backend.address().channel() != null, backend.place() + ".vpc_channel_info", "it has to be there");
            field(channel || backend.address().domain() != null && !backend.address().domain().isEmpty(),
                backend.place() + ".url_domain", "it has to be there");
        }
        for (int i = 0; i < backend.params().size(); i++) {
            checkParam(owner + "backend_params[" + i + "]", backend, backend.params().get(i));
        }
        require(distinct(backend.params().stream().map(param -> param.getLocation() + " "
            + param.getName().toLowerCase(Locale.ROOT)).toList()), ErrorCode.APIG_3209);
        if (backend.path() != null) {
            Set<String> inPath = backend.params().stream()
                .filter(param -> param.getLocation() == BackendParamLocation.PATH)
                .map(BackendParamBase::getName).collect(Collectors.toSet());
            require(inPath.containsAll(PathTemplate.ofBackend(backend.place() + ".req_uri", backend.path()).variables()),
                ErrorCode.APIG_2027);
        }
        for (int i = 0; i < backend.conditions().size(); i++) {
            checkCondition(backend.place() + ".conditions[" + i + "]", backend.conditions().get(i));
        }
    }

    private void checkParam(String place, Backend backend, BackendParamBase param) {
        field(!reserved(param.getName().toLowerCase(Locale.ROOT)), place + ".name", "the gateway uses it itself");
        if (param.getOrigin() == BackendParamOrigin.REQUEST) {
            require(defined(param.getValue()), ErrorCode.APIG_2028);
        }
        if (param.getOrigin() == BackendParamOrigin.SYSTEM) {
            field(SYSTEM.matcher(param.getValue()).matches(), place + ".value", "there is no such value");
            require(!param.getValue().startsWith(FRONTEND) || api.getAuthorizerId() != null, ErrorCode.APIG_2036);
            require(!param.getValue().startsWith(BACKEND) || backend.authorizerId() != null, ErrorCode.APIG_2036);
        }
    }

    private void checkCondition(String place, ApiConditionBase condition) {
        ConditionOrigin origin = condition.getConditionOrigin();
        String authorized = condition.getFrontendAuthorizerParamName();
        String missing = switch (origin) {
            case PARAM -> defined(condition.getReqParamName()) ? null : "req_param_name";
            case SYSTEM -> condition.getSysParamName() != null ? null : "sys_param_name";
            case COOKIE -> condition.getCookieParamName() != null ? null : "cookie_param_name";
            case FRONTEND_AUTHORIZER -> authorized != null && authorized.startsWith(FRONTEND) ? null
                : "frontend_authorizer_param_name";
            case SOURCE -> null;
        };
        field(missing == null, place + "." + missing, "the condition is about it");
        ConditionType type = condition.getConditionType();
        boolean ofMethod = condition.getSysParamName() == ConditionSystemParam.REQ_METHOD
            || condition.getSysParamName() == ConditionSystemParam.REQ_METHOD2;
        field(origin == ConditionOrigin.SOURCE || type != null
                && !(origin == ConditionOrigin.SYSTEM && ofMethod && type == ConditionType.PATTERN),
            place + ".condition_type", "it has to be there and fit");
        field(type != ConditionType.PATTERN || compiles(condition.getConditionValue()), place + ".condition_value",
            "it is no regular expression");
        require(origin != ConditionOrigin.FRONTEND_AUTHORIZER || api.getAuthorizerId() != null, ErrorCode.APIG_2036);
    }

    private boolean defined(@Nullable String param) {
        return params.stream().anyMatch(defined -> defined.getName().equals(param));
    }

    private static boolean reserved(String name) {
        return name.equals("x-stage") || name.startsWith("x-apig-") || name.startsWith("x-sdk-");
    }

    static boolean compiles(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private <T> void each(String list, @Nullable List<T> policies, BiFunction<String, T, Backend> shape) {
        for (int i = 0; i < orNone(policies).size(); i++) {
            backends.add(shape.apply(list + "[" + i + "]", policies.get(i)));
        }
    }

    /** A backend of any kind: the default one, which has no name and no conditions, or that of a policy. */
    private record Backend(String place, @Nullable String name, @Nullable String path, @Nullable Address address,
                           List<BackendParamBase> params, List<ApiConditionBase> conditions,
                           @Nullable String authorizerId) {
    }

    /** Where a web or gRPC service is. */
    private record Address(VpcChannelUse use, @Nullable ApiBackendVpcReq channel, @Nullable String domain) {
    }
}
