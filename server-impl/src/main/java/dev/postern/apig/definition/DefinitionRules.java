package dev.postern.apig.definition;

import dev.postern.apig.model.ApiAuthType;
import dev.postern.apig.model.ApiCreate;
import dev.postern.apig.model.ApiMethod;
import dev.postern.apig.model.ApiProtocol;
import dev.postern.apig.model.BackendApiCreate;
import dev.postern.apig.model.BackendProtocol;
import dev.postern.apig.model.BackendType;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import io.micronaut.core.annotation.Nullable;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of a definition that are about more than one of its fields. */
final class DefinitionRules {

    private static final Pattern FUNCTION =
        Pattern.compile("'?urn:fss:[^:]+:[^:]+:function:[^:]+:[^:]+(?::[^:]+)?'?");

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private DefinitionRules() {
    }

    /** Refuses a definition that cannot be kept whatever else there is. */
    static void check(ApiCreate api) {
        checkFrontend(api);
        checkBackend(api);
        new BackendRules(api).check();
        require(distinct(orNone(api.getTags())), ErrorCode.APIG_3213);
    }

    /** Refuses functions, authorizers and channels that cannot be any: which there are is not known. */
    static void checkReferences(ApiCreate api) {
        if (api.getBackendType() == BackendType.FUNCTION) {
            Stream.concat(Stream.of(api.getFuncInfo().getFunctionUrn()),
                    orNone(api.getPolicyFunctions()).stream().map(policy -> policy.getFunctionUrn()))
                .forEach(urn -> require(FUNCTION.matcher(urn).matches(), ErrorCode.APIG_3019));
        }
        checkAuthorizer(api.getAuthorizerId());
        new BackendRules(api).checkReferences();
    }

    static void checkAuthorizer(@Nullable String id) {
        if (id != null && !ID.matcher(id).matches()) {
            throw new ApiException(ErrorCode.APIG_3081, id);
        }
    }

    static void checkChannel(String id) {
        if (!ID.matcher(id).matches()) {
            throw new ApiException(ErrorCode.APIG_3023, id);
        }
    }

    private static void checkFrontend(ApiCreate api) {
        PathTemplate.ofCalls("req_uri", api.getReqUri());
        boolean grpc = api.getReqProtocol() == ApiProtocol.GRPCS;
        if (grpc) {
            field(api.getReqMethod() == ApiMethod.POST, "req_method", "gRPC is called with POST");
            field(api.getAuthType() != ApiAuthType.AUTHORIZER, "auth_type", "gRPC has no custom authentication");
            field(api.getAuthorizerId() == null, "authorizer_id", "gRPC has no custom authentication");
        }
        field(api.getAuthType() != ApiAuthType.AUTHORIZER || api.getAuthorizerId() != null, "authorizer_id",
            "custom authentication needs it");
        boolean called = switch (api.getBackendType()) {
            case GRPC -> grpc;
            case HTTP, MOCK -> !grpc;
            case FUNCTION -> true;
        };
        field(called, "backend_type", "it cannot be called with the protocol");
    }

    private static void checkBackend(ApiCreate api) {
        switch (api.getBackendType()) {
            case HTTP, GRPC -> {
                BackendApiCreate backend = api.getBackendApi();
                field(backend != null, "backend_api", "it has to be there");
                boolean grpc = api.getBackendType() == BackendType.GRPC;
                boolean speaksGrpc = backend.getReqProtocol() == BackendProtocol.GRPC
                    || backend.getReqProtocol() == BackendProtocol.GRPCS;
                field(grpc == speaksGrpc, "backend_api.req_protocol", "it does not fit the type of the backend");
                field(!grpc || backend.getReqMethod() == ApiMethod.POST, "backend_api.req_method", "gRPC is called with POST");
                field(!grpc || backend.getReqUri().equals("/"), "backend_api.req_uri", "gRPC has the path /");
                boolean plain = backend.getReqProtocol() == BackendProtocol.HTTP
                    || backend.getReqProtocol() == BackendProtocol.GRPC;
                require(!plain || !Boolean.TRUE.equals(backend.getEnableClientSsl()), ErrorCode.APIG_3717);
            }
            case FUNCTION -> {
                field(api.getFuncInfo() != null, "func_info", "it has to be there");
                BackendRules.checkTimeout("func_info", api.getFuncInfo().getNetworkType(), api.getFuncInfo().getTimeout());
            }
            case MOCK -> field(api.getMockInfo() != null, "mock_info", "it has to be there");
        }
    }

    static void require(boolean kept, ErrorCode otherwise) {
        if (!kept) {
            throw new ApiException(otherwise);
        }
    }

    static void field(boolean kept, String name, String reason) {
        if (!kept) {
            throw Dialect.APIG.invalidField(name, reason);
        }
    }

    static boolean distinct(Collection<String> names) {
        Set<String> seen = new HashSet<>();
        return names.stream().allMatch(seen::add);
    }

    static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
