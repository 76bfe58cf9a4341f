package dev.postern.conformance.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.CaseLoader;
import dev.postern.conformance.description.Description;
import dev.postern.conformance.description.Descriptions;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every value of an enum is put into the state and expected in the answer, wherever both have the field. */
class ShownValuesTest {

    private static final String DESCRIPTION = """
            openapi: 3.0.3
            info: {title: t, version: v1}
            paths:
              /boxes:
                get:
                  operationId: listBoxes
                  tags: [Box]
                  responses:
                    '200':
                      description: The boxes.
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              boxes:
                                type: array
                                items:
                                  type: object
                                  properties:
                                    name: {type: string}
                                    size: {type: string, enum: [S, M, XXL]}
                                    kind: {type: integer, enum: [1, 2]}
                                    marks: {type: array, items: {type: string, enum: [up, down]}}
                                    only_shown: {type: string, enum: [yes]}
                                    lids: {type: array, items: {type: object, properties: {shape: {type: string, enum: [flat, round]}}}}
              /state:
                get:
                  operationId: showState
                  tags: [Control]
                  responses:
                    '200':
                      description: The state.
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              kept:
                                type: array
                                items:
                                  type: object
                                  properties:
                                    size: {type: string, enum: [S, M]}
                                    sort: {type: integer}
                                    marks: {type: array, items: {type: string}}
                                    lids: {type: array, items: {type: object, properties: {shape: {type: string}}}}
            """;

    private static final String CASES = """
            operation: listBoxes
            cases:
              - name: all
                seed: box
                expect:
                  status: 200
                  body: {boxes: [{name: a, size: S, marks: [up, up], lids: [{}, {shape: flat}]}]}
              - name: bare
                seed: {name: box, patch: [{path: /kept/0, value: {}}]}
                expect: {status: 200, body: {boxes: [{name: a}]}}
              - name: none
                seed: none
                expect: {status: 200, body: {boxes: []}}
            derive:
              shown:
                - {answer: /boxes/0, state: /kept/0, rename: {kind: sort}%s}
            """;

    @TempDir
    private Path folder;

    private List<Case> derive(String cases) throws IOException {
        Files.createDirectories(folder.resolve("cases/box"));
        Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(folder.resolve("cases/box/listBoxes.yaml"), cases);
        Files.writeString(folder.resolve("seeds/box.yaml"), "kept: [{size: S, lids: [{}, {shape: flat}]}]");
        Files.writeString(folder.resolve("seeds/none.yaml"), "{}");
        Descriptions descriptions = new Descriptions(List.of(new Description("boxes", DESCRIPTION)));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            CaseLoader loaded = new CaseLoader(descriptions, loader);
            return new Deriver(descriptions, loaded).derive(loaded.load());
        }
    }

    private static List<String> names(List<Case> cases) {
        return cases.stream().map(Case::name).toList();
    }

    private static Case named(List<Case> cases, String name) {
        return cases.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    private static String expected(Case about) {
        return about.first().expect().document(null, null).toString();
    }

    @Test
    void hasACaseForEveryValueThatTheBaseDoesNotShow() throws IOException {
        List<Case> cases = derive(CASES.formatted(""));
        assertEquals(List.of("200:/boxes/*/size = M", "200:/boxes/*/kind = 1", "200:/boxes/*/kind = 2",
                "200:/boxes/*/marks/* = up", "200:/boxes/*/marks/* = down", "200:/boxes/*/lids/*/shape = round"), names(cases));
        assertTrue(cases.stream().allMatch(c -> c.origin() == Case.Origin.SHOWN && c.needs().contains(Case.CONTROL)));
    }

    @Test
    void changesStateAndAnswerAlike() throws IOException {
        List<Case> cases = derive(CASES.formatted(""));
        Case kind = named(cases, "200:/boxes/*/kind = 2");
        assertEquals("{\"kept\":[{\"size\":\"S\",\"lids\":[{},{\"shape\":\"flat\"}],\"sort\":2}]}", kind.seed().toString());
        assertEquals(Json.parseYaml("{boxes: [{name: a, size: S, marks: [up, up], lids: [{}, {shape: flat}], kind: 2}]}").toString(),
                expected(kind));
        Case mark = named(cases, "200:/boxes/*/marks/* = down");
        assertEquals("[\"down\"]", mark.seed().at("/kept/0/marks").toString());
        assertTrue(expected(mark).contains("\"marks\":[\"down\"]"), expected(mark));
        // The second lid, for it has a shape already.
        assertEquals("[{},{\"shape\":\"round\"}]", named(cases, "200:/boxes/*/lids/*/shape = round").seed().at("/kept/0/lids").toString());
    }

    @Test
    void takesAlongWhatAValueNeedsAndLeavesOutWhatIsExcepted() throws IOException {
        List<Case> cases = derive(CASES.formatted("") + """
                  with:
                    - location: "200:/boxes/*/kind"
                      value: 2
                      seed: [{path: /kept/0/marks, value: [down]}]
                      patch: [{path: /boxes/0/marks, value: [down]}]
                  except:
                    - {location: "200:/boxes/*/marks/*", reason: why}
                    - {location: "200:/boxes/*/kind", value: 1, reason: why}
                """);
        assertEquals(List.of("200:/boxes/*/size = M", "200:/boxes/*/kind = 2", "200:/boxes/*/lids/*/shape = round"), names(cases));
        assertEquals("[\"down\"]", named(cases, "200:/boxes/*/kind = 2").seed().at("/kept/0/marks").toString());
        assertTrue(expected(named(cases, "200:/boxes/*/kind = 2")).contains("\"marks\":[\"down\"]"));
    }

    @Test
    void startsFromTheCaseThatIsNamed() throws IOException {
        assertEquals(List.of("200:/boxes/*/size = S"), names(derive(CASES.formatted(", base: bare"))).subList(0, 1));
    }

    @Test
    void refusesWhatIsNowhere() {
        String elsewhere = CASES.formatted("").replace("/kept/0", "/lost/0");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> derive(elsewhere)).getMessage()
                .endsWith("no schema describes /lost/0"));
        String none = CASES.formatted(", base: none");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> derive(none)).getMessage()
                .endsWith("the case has no /boxes/0 in its answer or no /kept/0 in its seed"));
        String nobody = CASES.formatted(", base: nobody");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> derive(nobody)).getMessage()
                .endsWith("needs a case with a seed and a whole 2xx answer to start from"));
    }
}
