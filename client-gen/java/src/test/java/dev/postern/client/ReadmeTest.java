package dev.postern.client;

import dev.postern.clients.Readme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the pages show works. */
class ReadmeTest {

    private static final Path BASE = Path.of(System.getProperty("basedir"));

    @TempDir
    private Path folder;

    @Test
    void theProgramOnThePageOfAllLanguagesWorks() throws Exception {
        assertEquals("demo", run("Gateways", Readme.snippet("Java", BASE)));
    }

    /** One after the other, the pieces on the page of this package are a program. */
    @Test
    void thePiecesOnThePageOfThePackageWork() throws Exception {
        List<String> lines = Pattern.compile("(?ms)^```java\\n(.*?)^```$").matcher(Files.readString(BASE.resolve("README.md")))
            .results().flatMap(piece -> piece.group(1).lines()).toList();
        String imports = lines.stream().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String body = lines.stream().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        assertEquals("from-the-readme\nfrom-the-readme\n404 APIC.7302 Instance not found true",
            run("Pieces", imports + "\npublic class Pieces { public static void main(String[] args) throws Exception {\n"
                + body + "\n} }"));
    }

    /** As a program of its own: its own JVM compiles it and runs it. */
    private String run(String name, String program) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve(name + ".java"), program);
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), source.toString());
        builder.environment().putAll(TestServers.environment());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
