package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.ApigClient;
import com.huaweicloud.sdk.core.SdkResponse;

import java.util.function.Function;

/** One operation, called by the vendor's SDK, and the documented answer that has to come. */
final class SdkCase {

    static final String PROJECT = "73d69ae0cfcf460190522d06b60f05ad";
    static final String GATEWAY = "6a7d71827fd54572b1f31aa9548fcc81";

    private final String operation;
    private final String seed;
    private final Function<ApigClient, SdkResponse> call;
    private final int status;
    private final AnswerComparison comparison = new AnswerComparison();
    private String project = PROJECT;
    private String example;

    private SdkCase(String operation, String seed, Function<ApigClient, SdkResponse> call, int status) {
        this.operation = operation;
        this.seed = seed;
        this.call = call;
        this.status = status;
    }

    /**
     * @param operation its operationId
     * @param seed the state to begin with, one of the contract kit's
     * @param status the status to expect
     */
    static SdkCase of(String operation, String seed, Function<ApigClient, SdkResponse> call, int status) {
        return new SdkCase(operation, seed, call, status);
    }

    /** The example of the operation that the answer must equal; without one there is no body. */
    SdkCase answers(String documented) {
        example = documented;
        return this;
    }

    /** The caller is of another project. */
    SdkCase in(String otherProject) {
        project = otherProject;
        return this;
    }

    /** A value that is new each time, by its name or its pointer, and the pattern of what it looks like. */
    SdkCase generating(String place, String pattern) {
        comparison.generated(place, pattern);
        return this;
    }

    /** A value that depends on the server, by its name or its pointer, and what it is here; null where it is left out. */
    SdkCase patching(String place, Object value) {
        comparison.patched(place, value);
        return this;
    }

    /** A list, by its name or its pointer, that the documented answer has in another order. */
    SdkCase inAnyOrder(String place) {
        comparison.unordered(place);
        return this;
    }

    /** Where the SDK keeps an answer that is a map. */
    SdkCase keptIn(String place) {
        comparison.kept(place);
        return this;
    }

    String operation() {
        return operation;
    }

    String project() {
        return project;
    }

    String seed() {
        return seed;
    }

    Function<ApigClient, SdkResponse> call() {
        return call;
    }

    int status() {
        return status;
    }

    String example() {
        return example;
    }

    AnswerComparison comparison() {
        return comparison;
    }

    @Override
    public String toString() {
        return operation;
    }
}
