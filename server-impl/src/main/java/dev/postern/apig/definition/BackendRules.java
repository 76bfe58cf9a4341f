package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.model.ApiBackendVpcReq;
import dev.postern.apig.model.ApiConditionBase;
import dev.postern.apig.model.ApiCreate;
import dev.postern.apig.model.ApiParamLocation;
import dev.postern.apig.model.BackendParamBase;
import dev.postern.apig.model.BackendParamLocation;
import dev.postern.apig.model.BackendParamOrigin;
import dev.postern.apig.model.ConditionOrigin;
import dev.postern.apig.model.ConditionSystemParam;
import dev.postern.apig.model.ConditionType;
import dev.postern.apig.model.FunctionNetworkType;
import dev.postern.apig.model.ReqParamBase;
import dev.postern.apig.model.VpcChannelUse;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.core.annotation.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final Pattern FUNCTION =
        Pattern.compile("'?urn:fss:[^:]+:[^:]+:function:[^:]+:[^:]+(?::[^:]+)?'?");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");
    private static final int V1_TIMEOUT = 60_000;

    private final ApiCreate api;
    private final List<ReqParamBase> params;
    private final BackendKind kind;
    private final List<Backend> backends = new ArrayList<>();

    BackendRules(ApiCreate api) {
        this.api = api;
        this.params = orNone(api.getReqParams());
        this.kind = BackendKind.valueOf(api.getBackendType().name());
        ObjectNode tree = Shapes.tree(api);
        ObjectNode byDefault = (ObjectNode) tree.get(kind.backend);
        // Parameters of the default backend stand beside it.
        byDefault.set("backend_params", tree.path("backend_params"));
        backends.add(Backend.of(kind.backend, byDefault));
        for (int i = 0; i < tree.path(kind.policies).size(); i++) {
            backends.add(Backend.of(kind.policies + "[" + i + "]", (ObjectNode) tree.path(kind.policies).get(i)));
        }
    }

    void check() {
        checkRequestParams();
        backends.forEach(this::checkBackend);
        require(distinct(backends.stream().skip(1).map(Backend::name).toList()), ErrorCode.APIG_3210);
    }

    /** Refuses functions, authorizers and channels that cannot be any: which there are is not known. */
    void checkReferences() {
        checkAuthorizer(api.getAuthorizerId());
        backends.forEach(backend -> {
            checkAuthorizer(backend.authorizerId());
            require(backend.functionUrn() == null || FUNCTION.matcher(backend.functionUrn()).matches(), ErrorCode.APIG_3019);
            if (isCalled() && backend.hasChannel() && !ID.matcher(backend.vpcChannelInfo().getVpcChannelId()).matches()) {
                throw new ApiException(ErrorCode.APIG_3023, backend.vpcChannelInfo().getVpcChannelId());
            }
        });
    }

    private static void checkAuthorizer(@Nullable String id) {
        if (id != null && !ID.matcher(id).matches()) {
            throw new ApiException(ErrorCode.APIG_3081, id);
        }
    }

    /** How much of each a definition has, where that is limited; of what each backend has, the most. */
    Map<Quota, Integer> numbers() {
        Map<Quota, Integer> numbers = new EnumMap<>(Quota.class);
        numbers.put(Quota.API_PARAM_NUM_LIMIT, Math.max(params.size(), most(backend -> backend.backendParams().size())));
        numbers.put(Quota.API_POLICY_NUM_LIMIT, backends.size() - 1);
        numbers.put(Quota.API_CONDITION_NUM_LIMIT, most(backend -> backend.conditions().size()));
        numbers.put(Quota.API_TAG_NUM_LIMIT, orNone(api.getTags()).size());
        return numbers;
    }

    private int most(ToIntFunction<Backend> number) {
        return backends.stream().mapToInt(number).max().orElse(0);
    }

    private void checkRequestParams() {
        Set<String> variables = PathTemplate.ofCalls("req_uri", api.getReqUri());
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
        String owner = backend.name() == null ? "" : backend.place() + ".";
        if (isCalled()) {
            field(!backend.hasChannel() || backend.vpcChannelInfo() != null, backend.place() + ".vpc_channel_info", "it has to be there");
            field(backend.hasChannel() || backend.urlDomain() != null && !backend.urlDomain().isEmpty(),
                backend.place() + ".url_domain", "it has to be there");
        }
        field(backend.networkType() != FunctionNetworkType.V1 || backend.timeout() == null || backend.timeout() <= V1_TIMEOUT,
            backend.place() + ".timeout", "outside of a VPC, a function has " + V1_TIMEOUT + " at most");
        for (int i = 0; i < backend.backendParams().size(); i++) {
            checkParam(owner + "backend_params[" + i + "]", backend, backend.backendParams().get(i));
        }
        require(distinct(backend.backendParams().stream().map(param -> param.getLocation() + " "
            + param.getName().toLowerCase(Locale.ROOT)).toList()), ErrorCode.APIG_3209);
        if (isCalled()) {
            Set<String> inPath = backend.backendParams().stream()
                .filter(param -> param.getLocation() == BackendParamLocation.PATH)
                .map(BackendParamBase::getName).collect(Collectors.toSet());
            require(inPath.containsAll(PathTemplate.ofBackend(backend.place() + ".req_uri", backend.reqUri())),
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

    /** Whether there is a web or gRPC service behind it. */
    private boolean isCalled() {
        return kind.backend.equals("backend_api");
    }

    /** A backend of any kind: the default one, which has no name and no conditions, or that of a policy. */
    record Backend(String place, @Nullable String name, @Nullable String reqUri, @Nullable String urlDomain,
                   @Nullable VpcChannelUse vpcChannelStatus, @Nullable ApiBackendVpcReq vpcChannelInfo,
                   @Nullable String functionUrn, @Nullable FunctionNetworkType networkType, @Nullable Integer timeout,
                   List<BackendParamBase> backendParams, List<ApiConditionBase> conditions,
                   @Nullable String authorizerId) {

        Backend {
            backendParams = orNone(backendParams);
            conditions = orNone(conditions);
        }

        static Backend of(String place, ObjectNode facts) {
            return Shapes.as(facts.put("place", place), Backend.class);
        }

        boolean hasChannel() {
            return vpcChannelStatus == VpcChannelUse.CHANNEL;
        }
    }
}
