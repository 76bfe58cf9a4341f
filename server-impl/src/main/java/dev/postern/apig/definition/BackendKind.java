package dev.postern.apig.definition;

import java.util.Set;

/** What of a definition belongs to each type of backend. */
enum BackendKind {

    HTTP("backend_api", "policy_https"),
    GRPC("backend_api", "policy_https"),
    FUNCTION("func_info", "policy_functions"),
    MOCK("mock_info", "policy_mocks");

    /** The field of the default backend. */
    final String backend;
    /** The field of the backend policies. */
    final String policies;

    BackendKind(String backend, String policies) {
        this.backend = backend;
        this.policies = policies;
    }

    /** The fields of all kinds. */
    static Set<String> fields() {
        return Set.of("backend_api", "policy_https", "func_info", "policy_functions", "mock_info", "policy_mocks");
    }
}
