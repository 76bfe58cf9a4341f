package dev.postern.http;

import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

import java.util.Optional;

/** Failures as they are answered, in the dialect of their operation. */
public final class ErrorAnswers {

    private static final String FAILURE = ErrorAnswers.class.getName();

    private ErrorAnswers() {
    }

    /** The answer to a request with a failure. */
    public static MutableHttpResponse<Object> of(HttpRequest<?> request, ApiException failure) {
        return fill(HttpResponse.ok(), request, failure);
    }

    /** Makes the failure of an answer that may have headers already. */
    static MutableHttpResponse<Object> fill(MutableHttpResponse<?> answer, HttpRequest<?> request, ApiException failure) {
        return answer.status(failure.status(), failure.reason())
            .contentType(MediaType.APPLICATION_JSON_TYPE)
            .attribute(FAILURE, failure.body())
            .body(dialect(request).body(failure));
    }

    /** The code and the message of an answer, whatever the form they are sent in; empty where it is no failure. */
    public static Optional<ErrorBody> failure(HttpResponse<?> response) {
        return response.getAttribute(FAILURE, ErrorBody.class);
    }

    /** The dialect of the operation or, where there is none, of what stands at such paths. */
    private static Dialect dialect(HttpRequest<?> request) {
        return Refusals.of(request).map(Refusals::dialect)
            .orElse(request.getPath().startsWith("/v3/") ? Dialect.IAM : Dialect.APIG);
    }
}
