package dev.postern.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.net.http.HttpHeaders;

/**
 * A call that did not succeed: refused by the server, answered by something between, or not answered at all. Every
 * {@code ApiException} of the generated APIs is one.
 */
public class PosternException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int code;
    private final transient HttpHeaders responseHeaders;
    private final String responseBody;
    private final String errorCode;
    private final String errorMsg;
    private final String requestId;

    /** Where nothing answered, or the answer cannot be read. */
    protected PosternException(Throwable cause) {
        super(cause);
        this.code = 0;
        this.responseHeaders = null;
        this.responseBody = null;
        this.errorCode = null;
        this.errorMsg = null;
        this.requestId = null;
    }

    /** Where a server refused; headers and body are null where nothing was sent. */
    protected PosternException(int code, String message, HttpHeaders headers, String body) {
        super(message);
        this.code = code;
        this.responseHeaders = headers;
        this.responseBody = body;
        JsonNode json = tree(body);
        JsonNode iam = json.path("error");
        this.errorCode = json.path("error_code").asText(iam.path("code").asText(null));
        this.errorMsg = json.path("error_msg").asText(iam.path("message").asText(null));
        String id = json.path("request_id").asText(null);
        this.requestId = headers == null ? id : headers.firstValue("X-Request-Id").orElse(id);
    }

    private static JsonNode tree(String body) {
        try {
            return body == null ? JSON.missingNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** The HTTP status; 0 where nothing answered. */
    public int getCode() {
        return code;
    }

    /** The code of the error, e.g. {@code APIC.7302}; null where something else than the server answered. */
    public String getErrorCode() {
        return errorCode;
    }

    /** What is wrong in the words of the server; null where something else answered. */
    public String getErrorMsg() {
        return errorMsg;
    }

    /** The id by which the operator finds the request; null where the answer has none. */
    public String getRequestId() {
        return requestId;
    }

    /** The headers of the answer; null where there is none. */
    public HttpHeaders getResponseHeaders() {
        return responseHeaders;
    }

    /** The answer as it came; null where there is none. */
    public String getResponseBody() {
        return responseBody;
    }

    /** Whether the credentials are missing or wrong. */
    public boolean isUnauthenticated() {
        return code == 401;
    }

    /** Whether the caller may not do this. */
    public boolean isForbidden() {
        return code == 403;
    }

    /** Whether there is no such thing. */
    public boolean isNotFound() {
        return code == 404;
    }

    /** Whether what there is stands against it. */
    public boolean isConflict() {
        return code == 409;
    }
}
