package dev.postern.clients;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Compares what users of a client see, its operations and types, with the list that was last agreed to: {@code
 * surface.txt} beside the {@code pom.xml} of the language. With {@code -Dpostern.surface=write} the list is written
 * instead.
 */
class SurfaceTest {

    private static final Path BASE = Path.of(System.getProperty("basedir"));

    @Test
    void isTheOneAgreedTo() throws IOException {
        Path agreed = BASE.resolve("surface.txt");
        String now = generated();
        if ("write".equals(System.getProperty("postern.surface"))) {
            Files.writeString(agreed, now);
        }
        List<String> before = Files.readAllLines(agreed);
        List<String> after = now.lines().toList();
        String changes = Stream.concat(
            before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line),
            after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
            .collect(Collectors.joining("\n"));
        assertTrue(changes.isEmpty(), () -> "The public surface of this client has changed. If that is meant, build "
            + "with -Dpostern.surface=write and commit surface.txt.\n" + changes);
        assertEquals(before, after, "surface.txt has the lines of the public surface in another order");
    }

    /** The lists of all descriptions, each under the name of its description. */
    private static String generated() throws IOException {
        var parts = new TreeMap<String, String>();
        Path generated = BASE.resolve("target/generated");
        for (String description : List.of("apig", "iam", "secmaster")) {
            try (Stream<Path> files = Files.walk(generated.resolve(description))) {
                List<Path> lists = files.filter(file -> file.endsWith("surface.txt")).toList();
                assertEquals(1, lists.size(), "lists of " + description + ": " + lists);
                String list = Files.readString(lists.get(0)).lines().map(String::stripTrailing)
                    .filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
                assertFalse(list.isEmpty(), "The list of " + description + " is empty");
                parts.put(description, list);
            }
        }
        return parts.entrySet().stream().map(part -> "# " + part.getKey() + "\n" + part.getValue() + "\n")
            .collect(Collectors.joining("\n"));
    }
}
