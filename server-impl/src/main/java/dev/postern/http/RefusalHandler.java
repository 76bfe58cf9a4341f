package dev.postern.http;

import dev.postern.error.ApiException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ErrorResponseProcessorExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Keeps refusals out of the log of failures; what they answer is up to {@link ErrorResponses}. */
@Singleton
class RefusalHandler extends ErrorResponseProcessorExceptionHandler<ApiException> {

    RefusalHandler(ErrorResponseProcessor<?> processor) {
        super(processor);
    }

    @Override
    protected MutableHttpResponse<?> createResponse(ApiException refusal) {
        return HttpResponse.status(refusal.status(), refusal.reason());
    }
}
