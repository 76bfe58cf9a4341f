package dev.postern.http;

import dev.postern.error.ApiException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** Failures as they are answered. */
public final class ErrorAnswers {

    private ErrorAnswers() {
    }

    /** The answer with a failure. */
    public static MutableHttpResponse<?> of(ApiException failure) {
        return HttpResponse.status(failure.status(), RefusalHandler.reason(failure.status()))
            .contentType(MediaType.APPLICATION_JSON_TYPE).body(failure.body());
    }
}
