package dev.postern.conformance.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.conformance.Json;
import dev.postern.conformance.description.Description;
import dev.postern.conformance.description.Descriptions;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Case files say what they mean, and a slip in one is an error instead of a gap. */
class CaseLoaderTest {

    private static final String FILE = """
            operation: createThing
            base:
              seed: one
              request: {path: {project_id: p}, query: {a: 1, b: 2}, example: request-red}
            cases:
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void seeds() throws IOException {
        Files.createDirectories(folder.resolve("cases/thing"));
        Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(folder.resolve("seeds/one.yaml"), "things: [{id: thing-0000, colour: RED}]");
    }

    private List<Case> load(String cases) throws IOException {
        Files.writeString(folder.resolve("cases/thing/createThing.yaml"), FILE + cases.indent(2));
        return loader().load();
    }

    private CaseLoader loader() throws IOException {
        Description description = new Description("things",
                Json.text(getClass().getClassLoader(), "stub/things.yaml"));
        // Not closed: seeds are read when they are needed.
        return new CaseLoader(new Descriptions(List.of(description)), new URLClassLoader(new URL[] {folder.toUri().toURL()}, null));
    }

    @Test
    void mergesTheBase() throws IOException {
        Case merged = load("""
                - name: other
                  request: {query: {a: 5, b: null}, patch: [{path: /name, value: rock}]}
                  expect: {status: 400, example: 400-invalid-name}
                - name: own body
                  request: {body: {name: rock}}
                  expect: {status: 400, example: 400-invalid-name}
                """).get(0);
        assertEquals("{a=5}", merged.first().request().query().toString());
        assertEquals("request-red", merged.first().request().example());
        assertTrue(merged.needs().contains(Case.CONTROL));
    }

    @Test
    void replacesTheBodyOfTheBase() throws IOException {
        Case own = load("""
                - name: own body
                  request: {body: {name: rock}}
                  expect: {status: 400, example: 400-invalid-name}
                """).get(0);
        assertEquals(null, own.first().request().example());
        assertEquals("{\"name\":\"rock\"}", own.first().request().body().toString());
    }

    @Test
    void makesACaseOfEveryRow() throws IOException {
        List<Case> cases = load("""
                - name: ${colour} is ${number}
                  each: {colour: [RED, BLUE], number: [1, 2]}
                  seed: {patch: [{path: /things/0/number, value: "${number}"}]}
                  expect: {status: 201, has: [{path: /colour, value: "${colour}"}]}
                """);
        assertEquals(List.of("RED is 1", "BLUE is 2"), cases.stream().map(Case::name).toList());
        assertEquals("{\"things\":[{\"id\":\"thing-0000\",\"colour\":\"RED\",\"number\":2}]}", cases.get(1).seed().toString());
    }

    @Test
    void repeatsElementsOfASeed() throws IOException {
        Case many = load("""
                - name: many
                  seed: {copies: [{of: /things/0, times: 2, vary: [/id]}]}
                  expect: {status: 201, has: [{path: /colour, value: RED}]}
                """).get(0);
        assertEquals("[{\"id\":\"thing-0000\",\"colour\":\"RED\"},{\"id\":\"thing-0001\",\"colour\":\"RED\"},"
                + "{\"id\":\"thing-0002\",\"colour\":\"RED\"}]", many.seed().path("things").toString());
    }

    @Test
    void needsNothingForACaseThatHoldsAnywhere() throws IOException {
        Case any = load("""
                - name: any
                  seed: any
                  expect: {status: 400, example: 400-invalid-name, unchanged: true}
                """).get(0);
        assertEquals(0, any.needs().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"listThings", "createThing"})
    void refusesAnAnswerThatIsNotThatOfAnotherOperation(String other) throws IOException {
        Files.writeString(folder.resolve("cases/thing/listThings.yaml"), "operation: listThings");
        Files.writeString(folder.resolve("cases/thing/createThing.yaml"), "operation: createThing\nanswers_like: " + other);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, this::loader);
        assertEquals("createThing does not answer like " + other
                + ": that has to have cases of its own and a 2xx answer of the very same schema", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "- {name: a, expect: {status: 201}}                                       | expects nothing of the body of createThing 201",
        "- {name: a, expct: {status: 201}}                                        | Unrecognized field \"expct\"",
        "- {name: a, expect: {example: 201-made}}                                 | a case needs a name and expect.status",
        "- {name: a, expect: {status: 201, example: 201-unmade}}                  | there is no example 201-unmade of createThing",
        "- {name: a, seed: two, expect: {status: 201, example: 201-made}}         | there is no seed two",
        "- {name: a, each: {x: [1], y: [1, 2]}, expect: {status: 400}}            | the lists in each of a differ in length",
    })
    void refusesASlip(String cases, String message) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> load(cases));
        assertTrue(refused.getMessage().contains(message), refused::getMessage);
    }
}
