package dev.postern.http;

import dev.postern.error.ApiException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ErrorResponseProcessorExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

import java.util.Arrays;

/** Keeps refusals out of the log of failures; what they answer is up to {@link ErrorResponses}. */
@Singleton
class RefusalHandler extends ErrorResponseProcessorExceptionHandler<ApiException> {

    RefusalHandler(ErrorResponseProcessor<?> processor) {
        super(processor);
    }

    @Override
    protected MutableHttpResponse<?> createResponse(ApiException refusal) {
        return HttpResponse.status(refusal.status(), reason(refusal.status()));
    }

    /** What stands beside a status, which may be one that nobody has named. */
    static String reason(int status) {
        return Arrays.stream(HttpStatus.values()).filter(known -> known.getCode() == status).findFirst()
            .map(HttpStatus::getReason).orElse("Fault");
    }
}
