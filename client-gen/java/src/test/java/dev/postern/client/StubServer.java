package dev.postern.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A server that gives the answer it is told to and remembers the last request. */
final class StubServer implements AutoCloseable {

    private final HttpServer server;
    private int status;
    private String answer;
    private String retryAfter;
    private int requests;
    private volatile HttpExchange request;
    private volatile String requestBody;

    StubServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers every request from now on. */
    synchronized void answers(int status, String body) {
        this.status = status;
        this.answer = body;
    }

    /** Asks for so many seconds from now on. */
    synchronized void asksToRetryAfter(String seconds) {
        this.retryAfter = seconds;
    }

    /** How many requests have come since this was asked last. */
    synchronized int requests() {
        int since = requests;
        requests = 0;
        return since;
    }

    /** Path and query of the last request, as they came. */
    String uri() {
        return request.getRequestURI().toString();
    }

    /** A header of the last request; one that came twice is joined. */
    String header(String name) {
        return String.join(" and ", request.getRequestHeaders().get(name));
    }

    /** The body of the last request. */
    String body() {
        return requestBody;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            request = exchange;
            requests++;
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            requestBody = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
