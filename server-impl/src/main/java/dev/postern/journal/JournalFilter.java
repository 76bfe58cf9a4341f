package dev.postern.journal;

import dev.postern.http.Findings;
import dev.postern.settings.CurrentSettings;
import dev.postern.settings.Settings;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has every answer recorded before it leaves, so that whoever got it finds it in the journal. A request that cannot be
 * recorded is answered all the same.
 */
@ServerFilter("/**")
class JournalFilter implements Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(JournalFilter.class);
    private static final String STARTED = JournalFilter.class.getName();
    private static final String CONTROL = "/_postern";
    private static final int BEFORE_PIPELINE = -100;
    private static final int LONGEST_WAIT_S = 2;

    private final CurrentSettings settings;
    private final Recorder recorder;
    private final ExecutorService blocking;

    JournalFilter(CurrentSettings settings, Recorder recorder, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.settings = settings;
        this.recorder = recorder;
        this.blocking = blocking;
    }

    @Override
    public int getOrder() {
        return BEFORE_PIPELINE;
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(STARTED, System.nanoTime());
    }

    @ResponseFilter
    CompletionStage<MutableHttpResponse<?>> end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Optional<Settings> known = settings.of(request);
        // Without settings it is no operation's request, or one that failed because there is no database.
        if (known.isPresent() ? !known.get().recording() : isOperation(request)) {
            return CompletableFuture.completedFuture(response);
        }
        long duration = request.getAttribute(STARTED, Long.class).map(started -> System.nanoTime() - started).orElse(0L);
        return recorder.body(request)
            .thenAcceptAsync(body -> {
                if (known.isPresent() || settings.read().recording()) {
                    recorder.record(request, body, response, duration);
                }
            }, blocking)
            .exceptionally(failure -> {
                LOG.warn("{} {} could not be recorded", request.getMethodName(), request.getPath(), failure);
                return null;
            })
            .completeOnTimeout(null, LONGEST_WAIT_S, TimeUnit.SECONDS)
            .<MutableHttpResponse<?>>thenApply(nothing -> response);
    }

    private static boolean isOperation(HttpRequest<?> request) {
        return request.getPath().startsWith(CONTROL) || Findings.operationId(request).isPresent();
    }
}
