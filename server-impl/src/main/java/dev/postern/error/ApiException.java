package dev.postern.error;

/** A request that is refused, with the code and the message of the answer. */
public class ApiException extends RuntimeException {

    private final transient ErrorBody body;
    private final ErrorCode code;

    /** Refuses with a code and the arguments of its message. */
    public ApiException(ErrorCode code, Object... args) {
        this(code, code.message(args));
    }

    private ApiException(ErrorCode code, String message) {
        // Refusals are ordinary answers: without a stack trace they cost next to nothing.
        super(code.code() + ": " + message, null, false, false);
        this.code = code;
        this.body = new ErrorBody(code.code(), message);
    }

    /** Refuses with a code and a message in the place of the usual one. */
    public static ApiException withMessage(ErrorCode code, String message) {
        return new ApiException(code, message);
    }

    public ErrorCode code() {
        return code;
    }

    public ErrorBody body() {
        return body;
    }
}
