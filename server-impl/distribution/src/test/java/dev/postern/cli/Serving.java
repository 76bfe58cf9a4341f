package dev.postern.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that runs in a process of its own. */
final class Serving implements AutoCloseable {

    static final String GATEWAYS = "/v2/73d69ae0cfcf460190522d06b60f05ad/apigw/instances";

    private static final Pattern READY = Pattern.compile("Postern is ready at (http://\\S+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path err;
    private final URI endpoint;

    Serving(Path executable, Map<String, String> environment, String... arguments) throws Exception {
        Path out = Unpacked.temporary(".out");
        err = Unpacked.temporary(".err");
        process = Unpacked.start(executable, environment, out, err, arguments);
        endpoint = awaitReady(out);
    }

    private URI awaitReady(Path out) throws Exception {
        for (int i = 0; i < 600; i++) {
            Matcher ready = READY.matcher(Files.readString(out));
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new AssertionError("it does not serve: " + Files.readString(out) + Files.readString(err));
    }

    URI endpoint() {
        return endpoint;
    }

    String log() throws IOException {
        return Files.readString(err);
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(endpoint.resolve(path)).header("X-Auth-Token", "a-secret-token"), headers);
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(endpoint.resolve(path)).header("X-Auth-Token", "a-secret-token")
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks it to stop (SIGTERM). */
    void terminate() {
        process.destroy();
    }

    /** Its exit status. */
    int status() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
