package dev.postern.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that serves, pinned to one core. */
final class Server implements AutoCloseable {

    /** Servers have this core, the load generator the other one. */
    private static final String CORE = "1";

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(2)).build();

    private final Command command;
    private final Process process;
    private final double millisToFirstAnswer;

    /**
     * How to start a server.
     *
     * @param name for the report
     * @param ready a path that is answered with 200 once the server serves
     */
    record Command(String name, int port, String ready, Map<String, String> environment, List<String> words) {

        String url() {
            return "http://127.0.0.1:" + port;
        }

        /** Starts it on the core that the load generator leaves and waits for its first answer, for two minutes at most. */
        Server start() throws IOException, InterruptedException {
            return new Server(this, List.of("taskset", "-c", CORE));
        }

        /** The same on all cores. */
        Server startOnAllCores() throws IOException, InterruptedException {
            return new Server(this, List.of());
        }
    }

    private Server(Command command, List<String> before) throws IOException, InterruptedException {
        this.command = command;
        List<String> words = new ArrayList<>(before);
        words.addAll(command.words());
        Path log = Files.createDirectories(Path.of("target/benchmarks")).resolve(command.name().replace(' ', '-') + ".log");
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(command.environment());
        long start = System.nanoTime();
        process = builder.start();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - start > 120e9) {
                close();
                throw new IllegalStateException(command.name() + " does not start, see " + log);
            }
            Thread.sleep(2);
        }
        millisToFirstAnswer = (System.nanoTime() - start) / 1e6;
    }

    String name() {
        return command.name();
    }

    String url() {
        return command.url();
    }

    double millisToFirstAnswer() {
        return millisToFirstAnswer;
    }

    /** What the process keeps in memory, in MB. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst().orElseThrow();
    }

    /** Sends one request, of which only the status counts. */
    String send(int status, String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).header("X-Auth-Token", "a-token")
            .header("Content-Type", body.startsWith("{") ? "application/json" : "application/yaml")
            .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != status) {
            throw new IllegalStateException(name() + ": " + method + " " + path + " gives " + response.statusCode() + ": "
                + response.body());
        }
        return response.body();
    }

    private boolean answers() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + command.ready())).header("X-Auth-Token", "a-token");
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
