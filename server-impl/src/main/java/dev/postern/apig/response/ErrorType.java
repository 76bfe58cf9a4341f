package dev.postern.apig.response;

import dev.postern.apig.model.ResponseInfo;
import dev.postern.apig.model.ResponseInfoHeader;
import dev.postern.apig.model.ResponseInfoResp;
import dev.postern.data.Shapes;
import dev.postern.error.Dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of error that a gateway answers with itself, and how it does so by default. */
enum ErrorType {

    ACCESS_DENIED(403),
    AUTHORIZER_CONF_FAILURE(500),
    AUTHORIZER_FAILURE(500),
    AUTHORIZER_IDENTITIES_FAILURE(401),
    AUTH_FAILURE(401),
    AUTH_HEADER_MISSING(401),
    BACKEND_TIMEOUT(504),
    BACKEND_UNAVAILABLE(502),
    DEFAULT_4XX(null),
    DEFAULT_5XX(null),
    NOT_FOUND(404),
    REQUEST_PARAMETERS_FAILURE(400),
    THROTTLED(429),
    UNAUTHORIZED(401),
    THIRD_AUTH_FAILURE(401),
    THIRD_AUTH_IDENTITIES_FAILURE(401),
    THIRD_AUTH_CONF_FAILURE(500),
    ORCHESTRATION_PARAMETER_NOT_FOUND(400),
    ORCHESTRATION_FAILURE(400);

    private static final String BODY = "{\"error_code\":\"$context.error.code\","
        + "\"error_msg\":\"$context.error.message\",\"request_id\":\"$context.requestId\"}";
    private static final int CLOSED_WITHOUT_ANSWER = 444;

    /** Null where the status is that of the error. */
    private final Integer status;

    ErrorType(Integer status) {
        this.status = status;
    }

    static Optional<ErrorType> of(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** Whether it is among the types of a response also where it is as by default. */
    boolean isAlwaysShown() {
        return this != ORCHESTRATION_PARAMETER_NOT_FOUND && this != ORCHESTRATION_FAILURE;
    }

    /**
     * What a gateway answers with.
     *
     * @param own what it was given; null where it is as by default
     */
    ResponseInfoResp shown(ResponseInfo own) {
        ResponseInfoResp shown = own == null ? new ResponseInfoResp() : Shapes.as(own, ResponseInfoResp.class);
        if (shown.getStatus() == null) {
            shown.setStatus(status);
        }
        if (shown.getBody() == null) {
            shown.setBody(BODY);
        }
        if (shown.getHeaders() != null && shown.getHeaders().isEmpty()) {
            shown.setHeaders(null);
        }
        return shown._default(own == null || shown.equals(shown(null)._default(shown.get_default())));
    }

    /**
     * Refuses what the description cannot tell.
     *
     * @param at the place in the body before the fields of the type, e.g. {@code responses.THROTTLED.}
     */
    static void check(String at, ResponseInfo own) {
        if (own.getStatus() != null && own.getStatus() == CLOSED_WITHOUT_ANSWER) {
            throw Dialect.APIG.invalidField(at + "status", "it is " + CLOSED_WITHOUT_ANSWER);
        }
        List<ResponseInfoHeader> headers = own.getHeaders() == null ? List.of() : own.getHeaders();
        for (int i = 0; i < headers.size(); i++) {
            String value = headers.get(i).getValue();
            if (value.contains("[[") || value.contains("]]")) {
                throw Dialect.APIG.invalidField(at + "headers[" + i + "].value", "it holds [[ or ]]");
            }
        }
    }
}
