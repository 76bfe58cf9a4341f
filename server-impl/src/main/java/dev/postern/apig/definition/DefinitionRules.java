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

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of a definition that are about more than one of its fields. */
final class DefinitionRules {

    private DefinitionRules() {
    }

    /** Refuses a definition that cannot be kept whatever else there is. */
    static void check(ApiCreate api) {
        checkFrontend(api);
        checkBackend(api);
        new BackendRules(api).check();
        require(distinct(orNone(api.getTags())), ErrorCode.APIG_3213);
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
            case FUNCTION -> field(api.getFuncInfo() != null, "func_info", "it has to be there");
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
