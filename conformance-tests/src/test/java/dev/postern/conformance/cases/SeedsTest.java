package dev.postern.conformance.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postern.conformance.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seed is made of others, of its parts and of changes, in that order. */
class SeedsTest {

    @TempDir
    private Path folder;

    private final Map<String, String> files = new TreeMap<>(Map.of(
            "seeds/one.yaml", "things: [{id: a, colour: RED, marks: [x]}, {id: b}]",
            "seeds/two.yaml", """
                    from: one
                    clock: 7
                    things: [{id: b, colour: BLUE}, {id: c}, {id: a, marks: [y]}]
                    patch: [{path: /things/0/colour, remove: true}]
                    """,
            "seeds/two/early.yaml", "things: [{id: d}]",
            "seeds/two/late.yaml", "things: [{id: d, colour: RED}, {no: id}]"));

    private Seeds seeds() throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new Seeds(new URLClassLoader(new URL[] {folder.toUri().toURL()}, null));
    }

    private static final String TWO = "{\"things\":[{\"id\":\"a\",\"marks\":[\"x\",\"y\"]},{\"id\":\"b\",\"colour\":\"BLUE\"},"
            + "{\"id\":\"c\"},{\"id\":\"d\",\"colour\":\"RED\"},{\"no\":\"id\"}],\"clock\":7}";

    @Test
    void startsFromAnotherAndTakesPartsAndPatches() throws IOException {
        assertEquals(TWO, Json.compact(seeds().get("two")));
    }

    @Test
    void leavesTheOtherAsItIs() throws IOException {
        Seeds seeds = seeds();
        seeds.get("two");
        assertEquals(Json.parseYaml(files.get("seeds/one.yaml")), seeds.get("one"));
        assertSame(seeds.get("two"), seeds.get("two"));
    }

    @Test
    void findsPartsInAJar() throws IOException {
        Path jar = folder.resolve("seeds.jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("seeds/two/"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                entries.putNextEntry(new JarEntry(file.getKey()));
                entries.write(file.getValue().getBytes());
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertEquals(TWO, Json.compact(new Seeds(loader).get("two")));
        }
    }

    @Test
    void takesWhatIsAtAPlaceOfAnother() throws IOException {
        files.put("seeds/three.yaml", "things: [{id: e, marks: {$seed: 'two#/things/0/marks'}}]");
        Seeds seeds = seeds();
        assertEquals("[\"x\",\"y\"]", Json.compact(seeds.included("three#/things/0/marks")));
        assertEquals("there is no seed two#/nothing",
                assertThrows(IllegalArgumentException.class, () -> seeds.included("two#/nothing")).getMessage());
    }

    @Test
    void refusesANameThatIsNone() throws IOException {
        Seeds seeds = seeds();
        assertEquals("there is no seed three",
                assertThrows(IllegalArgumentException.class, () -> seeds.get("three")).getMessage());
    }
}
