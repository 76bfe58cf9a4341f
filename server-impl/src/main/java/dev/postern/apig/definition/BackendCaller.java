package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static dev.postern.apig.definition.Definition.text;

/** Gets the answer of a backend to a debugging call, as text. */
@Singleton
class BackendCaller {

    private static final int MOST_MILLIS = 60_000;
    /** The client sets these itself. */
    private static final Set<String> OWN = Set.of("connection", "content-length", "expect", "host", "upgrade",
        "transfer-encoding");

    private static final DateTimeFormatter DATE =
        DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US).withZone(ZoneOffset.UTC);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofMillis(MOST_MILLIS)).build();
    private final Clock clock;

    BackendCaller(Clock clock) {
        this.clock = clock;
    }

    /** The answer; the gateway's own where the backend gives none. */
    String answer(DebugCall call, ObjectNode backend) {
        return switch (BackendKind.valueOf(text(backend, "backend_type"))) {
            case MOCK -> {
                String content = text(backend, "result_content");
                yield own(call, 200, content == null ? "" : content);
            }
            case HTTP -> backend.path("vpc_channel_status").asInt() == 1 ? unavailable(call) : called(call, backend);
            case FUNCTION, GRPC -> unavailable(call);
        };
    }

    private String called(DebugCall call, ObjectNode backend) {
        try {
            HttpResponse<String> answer = client.send(request(call, backend),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder(status(answer.statusCode()));
            answer.headers().map().forEach((name, values) -> values.stream().filter(value -> !name.startsWith(":"))
                .forEach(value -> text.append(name).append(": ").append(value).append('\n')));
            return text.append("X-Request-Id: ").append(call.target().requestId()).append("\n\n")
                .append(answer.body()).toString();
        } catch (HttpTimeoutException e) {
            return refused(call, 504, "APIG.0203", "Backend timeout");
        } catch (IOException | IllegalArgumentException e) {
            return unavailable(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable(call);
        }
    }

    private static HttpRequest request(DebugCall call, ObjectNode backend) {
        BackendRequest sent = BackendRequest.of(call, backend);
        String method = text(backend, "req_method").equals("ANY")
            ? call.wanted().getMethod().getValue() : text(backend, "req_method");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(text(backend, "req_protocol").toLowerCase(Locale.ROOT)
                + "://" + text(backend, "url_domain") + sent.pathAndQuery()))
            .timeout(Duration.ofMillis(Math.min(MOST_MILLIS, backend.path("timeout").asInt(MOST_MILLIS))))
            .method(method, call.wanted().getBody() == null ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(call.wanted().getBody()));
        sent.headers().forEach((name, values) -> values.stream().filter(value -> !OWN.contains(name.toLowerCase(Locale.ROOT)))
            .forEach(value -> request.header(name, value)));
        return request.header("X-Request-Id", call.target().requestId()).build();
    }

    private String unavailable(DebugCall call) {
        return refused(call, 502, "APIG.0202", "Backend unavailable");
    }

    private String refused(DebugCall call, int status, String code, String message) {
        return own(call, status, "{\"error_code\":\"" + code + "\",\"error_msg\":\"" + message
            + "\",\"request_id\":\"" + call.target().requestId() + "\"}");
    }

    /** An answer of the gateway itself. */
    private String own(DebugCall call, int status, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Transfer-Encoding", "chunked");
        headers.put("Connection", "keep-alive");
        headers.put("Content-Type", "application/json");
        headers.put("Date", DATE.format(clock.instant()));
        headers.put("Server", "api-gateway");
        headers.put("X-Apig-Latency", "0");
        headers.put("X-Apig-Ratelimit-Api-Allenv", "remain:199,limit:200,time:1 second");
        headers.put("X-Request-Id", call.target().requestId());
        StringBuilder text = new StringBuilder(status(status));
        headers.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.append('\n').append(body).toString();
    }

    private static String status(int status) {
        String reason = status == HttpStatus.OK.getCode() ? "OK" : Arrays.stream(HttpStatus.values())
            .filter(known -> known.getCode() == status).findFirst().map(HttpStatus::getReason).orElse("");
        return "HTTP/1.1 " + status + " " + reason + "\n";
    }

    /** A query with its question mark; nothing where it is empty. */
    static String encoded(Map<String, List<String>> query) {
        String pairs = query.entrySet().stream().flatMap(entry -> entry.getValue().stream()
            .map(value -> encoded(entry.getKey()) + "=" + encoded(value))).collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
