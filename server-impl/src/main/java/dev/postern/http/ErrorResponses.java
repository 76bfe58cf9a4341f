package dev.postern.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.postern.data.Constraints;
import dev.postern.error.ApiException;
import dev.postern.error.Causes;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;

/** The one place through which every failure leaves, in the dialect of its operation. */
@Primary
@Singleton
class ErrorResponses implements ErrorResponseProcessor<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

    /** The class of SQL states for values that a column cannot take. */
    private static final String UNKEEPABLE = "22";

    /** How SQL states begin of connections that failed, and of databases that stop; the last is of H2. */
    private static final List<String> GONE = List.of("08", "57P", "90098");

    private final Constraints constraints;

    ErrorResponses(Constraints constraints) {
        this.constraints = constraints;
    }

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        ApiException refusal = refusal(context.getRequest(), context.getRootCause().orElse(null), response);
        return ErrorAnswers.fill(response, context.getRequest(), refusal);
    }

    private ApiException refusal(HttpRequest<?> request, Throwable failure, HttpResponse<?> response) {
        Optional<Refusals> operation = Refusals.of(request);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<ApiException> refusal = operation.isPresent()
                ? ofOperation(request, operation.get(), cause) : Optional.empty();
            if (refusal.isPresent()) {
                Findings.note(request, cause);
                return refusal.get();
            }
            if (cause instanceof ApiException e) {
                return e;
            }
        }
        boolean control = operation.map(Refusals::dialect).map(Dialect.POSTERN::equals)
            .orElse(request.getPath().startsWith("/_postern"));
        // Only here: what is ordered may have a status that has no name.
        HttpStatus status = response.status();
        return switch (status) {
            case NOT_FOUND -> new ApiException(control ? ErrorCode.POSTERN_0404 : ErrorCode.APIG_0101);
            case METHOD_NOT_ALLOWED -> new ApiException(control ? ErrorCode.POSTERN_0405 : ErrorCode.APIG_0101_METHOD);
            case NOT_ACCEPTABLE -> new ApiException(control ? ErrorCode.POSTERN_0406 : ErrorCode.APIG_0201_ACCEPT);
            case REQUEST_ENTITY_TOO_LARGE -> new ApiException(control ? ErrorCode.POSTERN_0413 : ErrorCode.APIG_0201_LENGTH);
            case UNSUPPORTED_MEDIA_TYPE -> new ApiException(control ? ErrorCode.POSTERN_0415 : ErrorCode.APIG_0201_TYPE);
            default -> status.getCode() < 500
                ? unreadableRequest(operation, control)
                : internal(request, failure, operation, control);
        };
    }

    private Optional<ApiException> ofOperation(HttpRequest<?> request, Refusals operation, Throwable cause) {
        if (cause instanceof ConstraintViolationException e) {
            return Optional.of(operation.refuse(e.getConstraintViolations()));
        }
        if (cause instanceof JsonProcessingException e) {
            return Optional.of(operation.refuse(e));
        }
        if (cause instanceof UnsatisfiedArgumentException e) {
            return Optional.of(operation.refuse(e.getArgument()));
        }
        if (cause instanceof UnsatisfiedRouteException e) {
            return Optional.of(operation.refuse(e.getArgument()));
        }
        // A body that failed for a reason of Jackson's says more in its cause.
        if (cause instanceof ConversionErrorException e
                && (e.getCause() == null || !e.getArgument().isAnnotationPresent(Body.class))) {
            return Optional.of(operation.refuse(e.getArgument()));
        }
        if (cause instanceof SQLException e && String.valueOf(e.getSQLState()).startsWith(UNKEEPABLE)) {
            return Optional.of(operation.dialect().unreadableBody("a value is too long to be kept"));
        }
        return constraints.violatedBy(cause, name -> operation.input(request, name));
    }

    private static ApiException unreadableRequest(Optional<Refusals> operation, boolean control) {
        String reason = "the request cannot be read";
        return operation.map(op -> op.dialect().unreadableBody(reason))
            .orElseGet(() -> new ApiException(control ? ErrorCode.POSTERN_0400 : ErrorCode.APIG_0201, reason));
    }

    private static ApiException internal(HttpRequest<?> request, Throwable failure, Optional<Refusals> operation,
                                         boolean control) {
        LoggingEventBuilder line = LOG.atError().addArgument(request.getMethodName()).addArgument(request.getPath())
            .addKeyValue("request_id", RequestId.of(request));
        if (isDatabaseGone(failure)) {
            // One line for each request says it all.
            line.addArgument(Causes.root(failure).toString()).log("{} {} failed: the database does not answer: {}");
        } else {
            line.setCause(failure).log("{} {} failed");
        }
        return operation.map(Refusals::dialect).orElse(control ? Dialect.POSTERN : Dialect.APIG).internal();
    }

    private static boolean isDatabaseGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof ConnectionException
                || cause instanceof SQLException e && (Causes.root(e) instanceof IOException
                || GONE.stream().anyMatch(String.valueOf(e.getSQLState())::startsWith))) {
                return true;
            }
        }
        return false;
    }
}
