package dev.postern.clients;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Builds and tries the client of a language with the language's own tools, against servers of this process.
 *
 * <p>What to run stands in the {@code pom.xml} of the language: {@code client.tool} is a command that succeeds where the
 * tools are, {@code client.commands} has one command a line, run in {@code target/client}.
 * Where there is no {@code package/}, Maven builds and tries the client by itself.
 */
class ToolTest {

    private static final Path BASE = Path.of(System.getProperty("basedir"));
    private static final String LANGUAGE = System.getProperty("client.language");

    private static Servers servers;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(Files.exists(BASE.resolve("package")), "Maven builds and tries this client by itself");
        List<String> tool = words(System.getProperty("client.tool"));
        if (!succeeds(tool)) {
            String missing = "The " + LANGUAGE + " client is not built and not tried: there is no "
                + String.join(" ", tool);
            assertTrue(!Boolean.getBoolean("client.required") || !"true".equals(System.getenv("CI")), missing);
            System.out.println("SKIPPED: " + missing);
            Assumptions.abort(missing);
        }
        Readme.write(LANGUAGE, BASE);
        servers = new Servers();
    }

    @AfterAll
    static void stop() {
        if (servers != null) {
            servers.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCommandSucceeds() {
        return System.getProperty("client.commands").lines().map(String::strip).filter(line -> !line.isEmpty())
            .map(line -> DynamicTest.dynamicTest(LANGUAGE + ": " + line, () -> run(words(line))));
    }

    private static List<String> words(String command) {
        return List.of(command.strip().split("\\s+"));
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Fails with the end of what the command printed; all of it stays in {@code target/commands.log}. */
    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(BASE.resolve("target"), "command-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(BASE.resolve("target/client").toFile())
            .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(servers.environment());
        long start = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String output = Files.readString(log);
        Files.delete(log);
        String title = "$ %s (%.1f s)%n".formatted(String.join(" ", command), (System.nanoTime() - start) / 1e9);
        System.out.print(LANGUAGE + " " + title);
        Files.writeString(BASE.resolve("target/commands.log"), title + output, java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND);
        assertEquals(0, process.exitValue(), () -> String.join(" ", command) + " fails:\n"
            + output.substring(Math.max(0, output.length() - 8000)));
    }
}
