package dev.postern.error;

import io.micronaut.http.HttpStatus;

import java.util.Arrays;

/** A request that is refused, with the code and the message of the answer. */
public class ApiException extends RuntimeException {

    private final transient ErrorBody body;
    private final ErrorCode code;
    private final int status;

    /** Refuses with a code and the arguments of its message. */
    public ApiException(ErrorCode code, Object... args) {
        this(code, code.message(args));
    }

    private ApiException(ErrorCode code, String message) {
        this(code, new ErrorBody(code.code(), message), code.status().getCode());
    }

    private ApiException(ErrorCode code, ErrorBody body, int status) {
        // Refusals are ordinary answers: without a stack trace they cost next to nothing.
        super(body.errorCode() + ": " + body.errorMsg(), null, false, false);
        this.code = code;
        this.body = body;
        this.status = status;
    }

    /** Refuses with a code and a message in the place of the usual one. */
    public static ApiException withMessage(ErrorCode code, String message) {
        return new ApiException(code, message);
    }

    /** Fails on order, with any code and status there may be. */
    public static ApiException ordered(String code, int status, String message) {
        return new ApiException(null, new ErrorBody(code, message), status);
    }

    /** The code; null where the failure was ordered. */
    public ErrorCode code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What stands beside the status, which may be one that nobody has named. */
    public String reason() {
        return Arrays.stream(HttpStatus.values()).filter(known -> known.getCode() == status).findFirst()
            .map(HttpStatus::getReason).orElse("Fault");
    }

    public ErrorBody body() {
        return body;
    }
}
