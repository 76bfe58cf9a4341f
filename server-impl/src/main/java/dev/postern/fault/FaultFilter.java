package dev.postern.fault;

import dev.postern.error.Dialect;
import dev.postern.http.ErrorAnswers;
import dev.postern.settings.CurrentSettings;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Carries out the fault that strikes a request. Who waits holds neither a thread nor a connection, so that a thousand
 * delayed requests delay no other.
 */
@ServerFilter("/**")
public class FaultFilter implements Ordered {

    private static final String STRIKE = Strike.class.getName();
    private static final int AFTER_PIPELINE = 100;

    private final Faults faults;
    private final CurrentSettings settings;

    FaultFilter(Faults faults, CurrentSettings settings) {
        this.faults = faults;
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return AFTER_PIPELINE;
    }

    /** Finds the fault that strikes a request. */
    public void find(HttpRequest<?> request, String operationId, String family, Dialect dialect) {
        faults.next(operationId, family, dialect).ifPresent(strike -> request.setAttribute(STRIKE, strike));
    }

    /** The fault that struck a request. */
    public static Optional<Strike> of(HttpRequest<?> request) {
        return request.getAttribute(STRIKE, Strike.class);
    }

    @RequestFilter
    CompletionStage<HttpRequest<?>> before(HttpRequest<?> request) {
        Strike strike = of(request).filter(found -> !found.isAfter()).orElse(null);
        if (strike == null) {
            return CompletableFuture.completedFuture(request);
        }
        return waited(strike.delay()).thenApply(nothing -> {
            if (!strike.delay().isZero()) {
                // What was read before the wait may hold no more.
                settings.forget(request);
            }
            strike.failure().ifPresent(failure -> {
                throw failure;
            });
            return request;
        });
    }

    @ResponseFilter
    CompletionStage<MutableHttpResponse<?>> after(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Strike strike = of(request).filter(Strike::isAfter).orElse(null);
        if (strike == null) {
            return CompletableFuture.completedFuture(response);
        }
        return waited(strike.delay()).thenApply(nothing ->
            strike.failure().<MutableHttpResponse<?>>map(failure -> ErrorAnswers.of(request, failure)).orElse(response));
    }

    private static CompletableFuture<Void> waited(Duration delay) {
        if (delay.isZero()) {
            return CompletableFuture.completedFuture(null);
        }
        Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(() -> { }, later);
    }
}
