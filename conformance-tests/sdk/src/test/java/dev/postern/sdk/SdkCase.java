package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.ApigClient;
import com.huaweicloud.sdk.core.SdkResponse;

import java.util.function.Function;

/**
 * One operation, called by the vendor's SDK.
 *
 * @param operation its operationId
 * @param project the project of the caller
 * @param seed the state to begin with, one of the contract kit's
 * @param call the call
 * @param status the status to expect
 * @param answer the example that the answer must equal, or null where there is no body
 * @param generated the top-level fields of the answer that are new each time, with what they look like
 */
record SdkCase(String operation, String project, String seed, Function<ApigClient, SdkResponse> call, int status,
               String answer, java.util.Map<String, String> generated) {

    static final String PROJECT = "73d69ae0cfcf460190522d06b60f05ad";

    static SdkCase of(String operation, String seed, Function<ApigClient, SdkResponse> call, int status) {
        return new SdkCase(operation, PROJECT, seed, call, status, null, java.util.Map.of());
    }

    SdkCase answers(String example) {
        return new SdkCase(operation, project, seed, call, status, example, generated);
    }

    /** The case for a caller of another project. */
    SdkCase in(String otherProject) {
        return new SdkCase(operation, otherProject, seed, call, status, answer, generated);
    }

    /** The case with a further field that is new each time. */
    SdkCase generating(String field, String pattern) {
        java.util.Map<String, String> more = new java.util.HashMap<>(generated);
        more.put(field, pattern);
        return new SdkCase(operation, project, seed, call, status, answer, more);
    }

    @Override
    public String toString() {
        return operation;
    }
}
