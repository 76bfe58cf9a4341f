package dev.postern.client;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;

/** An HTTP client that proves who sends, and sends again what the server was too busy for. */
final class Sender extends HttpClient {

    /** A server that asks for more is not waited for. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final String USER_AGENT = userAgent();

    private final HttpClient http;
    private final Credentials credentials;
    private final Settings settings;

    Sender(HttpClient http, Credentials credentials, Settings settings) {
        this.http = http;
        this.credentials = credentials;
        this.settings = settings;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        byte[] body = request.bodyPublisher().map(Sender::bytes).orElse(new byte[0]);
        for (int attempt = 1; ; attempt++) {
            HttpResponse<T> response = http.send(proven(request, body), handler);
            boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
            Duration delay = delay(response, attempt);
            if (!busy || attempt >= settings.attempts() || delay.compareTo(LONGEST_WAIT) > 0) {
                return response;
            }
            if (response.body() instanceof Closeable unread) {
                unread.close();
            }
            Thread.sleep(delay.toMillis());
        }
    }

    private HttpRequest proven(HttpRequest request, byte[] body) {
        HttpRequest.Builder proven = HttpRequest.newBuilder(request, (name, value) -> true);
        proven.method(request.method(), body.length == 0
            ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        if (request.headers().firstValue("User-Agent").isEmpty()) {
            proven.setHeader("User-Agent", USER_AGENT);
        }
        credentials.prove(proven, request, body);
        return proven.build();
    }

    /** Between half of it and all of it, so that not all clients come back at once. */
    private Duration delay(HttpResponse<?> response, int attempt) {
        Optional<String> seconds = response.headers().firstValue("Retry-After").filter(text -> text.matches("\\d{1,9}"));
        if (seconds.isPresent()) {
            return Duration.ofSeconds(Long.parseLong(seconds.get()));
        }
        double doubled = settings.firstDelay().toMillis() * Math.pow(2, attempt - 1);
        return Duration.ofMillis((long) (Math.min(doubled, LONGEST_WAIT.toMillis())
            * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }

    private static byte[] bytes(HttpRequest.BodyPublisher publisher) {
        HttpResponse.BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                whole.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                whole.onNext(List.of(part));
            }

            @Override
            public void onError(Throwable failure) {
                whole.onError(failure);
            }

            @Override
            public void onComplete() {
                whole.onComplete();
            }
        });
        return whole.getBody().toCompletableFuture().join();
    }

    private static String userAgent() {
        try (InputStream in = Sender.class.getResourceAsStream("user-agent")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return send(request, handler);
            } catch (IOException e) {
                throw new CompletionException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
            }
        });
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler,
                                                            HttpResponse.PushPromiseHandler<T> pushed) {
        return sendAsync(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
