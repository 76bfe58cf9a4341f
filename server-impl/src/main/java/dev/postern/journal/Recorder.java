package dev.postern.journal;

import dev.postern.control.model.JournalHeader;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import dev.postern.error.ErrorBody;
import dev.postern.fault.FaultFilter;
import dev.postern.fault.Strike;
import dev.postern.http.ErrorAnswers;
import dev.postern.http.Findings;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Records requests, apart from whatever they do: in a transaction of its own, once the answer is known. */
@Singleton
public class Recorder {

    private static final String BODY = Recorder.class.getName() + ".body";
    private static final String REQUEST_ID = "X-Request-Id";
    private static final int LONGEST_BODY = 16384;
    /** A request may be answered before all of it has come; the rest is not waited for longer than this. */
    private static final int WAIT_FOR_BODY_MS = 500;

    private final JournalRepository repository;
    private final int size;

    Recorder(JournalRepository repository, @Value("${postern.journal-size}") int size) {
        this.repository = repository;
        this.size = size;
    }

    /** Keeps a copy of the body of a request, which is read but once. */
    public void keepBody(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> server) || server.byteBody().expectedLength().orElse(1) == 0) {
            return;
        }
        CloseableByteBody copy = server.byteBody().split(SplitBackpressureMode.FASTEST);
        CompletableFuture<byte[]> bytes = copy.buffer().thenApply(CloseableAvailableByteBody::toByteArray)
            .toCompletableFuture();
        request.setAttribute(BODY, bytes);
    }

    /** The body of a request as it came; null where it did not come whole or was not kept. */
    CompletableFuture<byte[]> body(HttpRequest<?> request) {
        @SuppressWarnings("unchecked") // Only keepBody sets it.
        Optional<CompletableFuture<byte[]>> body = (Optional<CompletableFuture<byte[]>>) (Optional<?>)
            request.getAttribute(BODY, CompletableFuture.class);
        return body.map(bytes -> bytes.copy().completeOnTimeout(null, WAIT_FOR_BODY_MS, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> null))
            .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Records a request, and forgets the oldest beyond the size of the journal. */
    @Transactional
    void record(HttpRequest<?> request, byte[] body, HttpResponse<?> response, long duration) {
        JournalEntryRow row = new JournalEntryRow();
        row.time = Moments.toNanos(Instant.now().minusNanos(duration));
        row.duration = duration;
        row.requestId = Masks.keepable(Optional.ofNullable(response.getHeaders().get(REQUEST_ID))
            .orElseGet(() -> request.getHeaders().get(REQUEST_ID)));
        row.operation = Findings.operationId(request).orElse(null);
        row.method = request.getMethodName();
        row.path = Masks.keepable(request.getPath());
        row.query = Masks.query(request.getUri().getRawQuery());
        row.headers = Shapes.text(headers(request));
        if (body != null && body.length > 0) {
            String text = Masks.body(body);
            row.bodyTruncated = text == null || text.length() > LONGEST_BODY;
            row.body = text == null ? null : text.substring(0, Math.min(text.length(), LONGEST_BODY));
        }
        row.status = response.code();
        ErrorBody error = ErrorAnswers.failure(response).orElse(null);
        if (error != null) {
            row.errorCode = Masks.keepable(error.errorCode());
            row.errorMsg = Masks.keepable(error.errorMsg());
        }
        Optional<Strike> strike = FaultFilter.of(request);
        row.fault = strike.map(Strike::shown).map(Shapes::text).orElse(null);
        boolean ordered = strike.flatMap(Strike::failure).isPresent();
        row.violations = Masks.keepable(Shapes.text(Findings.of(request, row.status, ordered ? null : error)));
        repository.save(row);
        repository.removeUpTo(row.id - size);
    }

    private static List<JournalHeader> headers(HttpRequest<?> request) {
        List<JournalHeader> headers = new ArrayList<>();
        request.getHeaders().forEach((name, values) -> values.forEach(value ->
            headers.add(new JournalHeader().name(name).value(Masks.header(name, value)))));
        return headers;
    }
}
