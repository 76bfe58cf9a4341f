package dev.postern.health;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import dev.postern.settings.CurrentSettings;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Whether the database answers, asked with less patience than a request has. */
@Singleton
class Readiness {

    private static final int PATIENCE_S = 2;

    private final CurrentSettings settings;
    private final ExecutorService blocking;
    /** One question at a time, or everyone who asks for a lost database would keep a thread. */
    private final AtomicReference<CompletableFuture<?>> question =
        new AtomicReference<>(CompletableFuture.completedFuture(null));

    Readiness(CurrentSettings settings, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.settings = settings;
        this.blocking = blocking;
    }

    /** Refuses with 503 where the database does not answer. */
    void require() {
        CompletableFuture<?> asked = question.updateAndGet(last ->
            last.isDone() ? CompletableFuture.supplyAsync(settings::read, blocking) : last);
        try {
            asked.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ApiException(ErrorCode.POSTERN_0503);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(ErrorCode.POSTERN_0503);
        }
    }
}
