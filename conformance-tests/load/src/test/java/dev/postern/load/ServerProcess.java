package dev.postern.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A server in a process of its own, which can be killed. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Postern is ready at (http://\\S+)");
    private static final int START_S = 90;
    private static final int PATIENCE_S = 30;

    private final Process process;
    private final Path out;
    private final Path err;
    private final long started = System.nanoTime();
    private URI endpoint;

    private ServerProcess(List<String> options) {
        List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m",
            "-cp", System.getProperty("java.class.path"), "dev.postern.Postern", "serve", "--port", "0"));
        command.addAll(options);
        try {
            out = Files.createTempFile("postern", ".out");
            err = Files.createTempFile("postern", ".err");
            out.toFile().deleteOnExit();
            err.toFile().deleteOnExit();
            process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            // It is not to outlive the tests, however they end.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException e) {
            throw new AssertionError("no process can be started", e);
        }
    }

    /** Begins to start a server, with further options; it is not ready yet. */
    static ServerProcess begin(String... options) {
        return new ServerProcess(List.of(options));
    }

    /** Starts a server and waits until it is ready. */
    static ServerProcess start(String... options) {
        return begin(options).ready();
    }

    /** Waits until it says that it is ready. */
    ServerProcess ready() {
        while (endpoint == null) {
            Matcher said = READY.matcher(read(out));
            if (said.find()) {
                endpoint = URI.create(said.group(1));
            } else if (!process.isAlive() || millis() > START_S * 1000L) {
                askForStacks();
                close();
                throw new AssertionError("the server does not start:\n" + read(out) + log());
            } else {
                pause(20);
            }
        }
        return this;
    }

    /** Lets a server that hangs say where, on its standard output. */
    private void askForStacks() {
        try {
            new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid())).start().waitFor();
            pause(1000);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    /** Waits until something is so, half a minute at most. */
    void await(Callable<Boolean> wanted, String otherwise) throws Exception {
        long start = System.nanoTime();
        while (!wanted.call()) {
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(PATIENCE_S), () -> otherwise + ":\n" + log());
            pause(100);
        }
    }

    long pid() {
        return process.pid();
    }

    /** How long ago it was started. */
    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    /** What it wrote to its log. */
    String log() {
        return read(err);
    }

    /** Ends it at once (SIGKILL), whatever it is doing. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
