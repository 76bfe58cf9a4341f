package dev.postern.health;

import dev.postern.data.SharedWrites;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import dev.postern.settings.CurrentSettings;
import io.micronaut.core.annotation.Nullable;
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
    /** Only there is a file that can fail while what is left of the database answers. */
    @Nullable
    private final SharedWrites file;
    /** One question at a time, or everyone who asks for a lost database would keep a thread. */
    private final AtomicReference<CompletableFuture<?>> question =
        new AtomicReference<>(CompletableFuture.completedFuture(null));

    Readiness(CurrentSettings settings, @Named(TaskExecutors.BLOCKING) ExecutorService blocking, @Nullable SharedWrites file) {
        this.settings = settings;
        this.blocking = blocking;
        this.file = file;
    }

    /** Refuses with 503 where the database does not answer. */
    void require() {
        CompletableFuture<?> asked = question.updateAndGet(last ->
            last.isDone() ? CompletableFuture.runAsync(this::ask, blocking) : last);
        try {
            asked.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ApiException(ErrorCode.POSTERN_0503);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(ErrorCode.POSTERN_0503);
        }
    }

    private void ask() {
        if (file != null) {
            file.requireOpen();
        }
        settings.read();
    }
}
