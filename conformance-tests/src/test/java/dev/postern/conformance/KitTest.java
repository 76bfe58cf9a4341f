package dev.postern.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.conformance.StubServer.Slip;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.CaseLoader;
import dev.postern.conformance.derive.Deriver;
import dev.postern.conformance.description.Description;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.gate.Review;
import dev.postern.conformance.run.CaseResult;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit notices what a server or a description gets wrong, and nothing else. */
class KitTest {

    private static final String THINGS = text("stub/things.yaml");

    @TempDir
    private Path reports;

    private static String text(String name) {
        return Json.text(KitTest.class.getClassLoader(), name);
    }

    private static Descriptions described(String things) {
        return new Descriptions(List.of(
                new Description("things", things), new Description("postern", text("stub/control.yaml"))));
    }

    private Result run(String things, Set<String> offers, Slip... slips) throws IOException {
        URL stub = KitTest.class.getClassLoader().getResource("stub/");
        try (StubServer server = new StubServer(slips);
                URLClassLoader loader = new URLClassLoader(new URL[] {stub}, null)) {
            return new Conformance(described(things), loader)
                    .run(new Options(server.endpoint(), offers, "stub", reports));
        }
    }

    private Result run(Slip... slips) throws IOException {
        return run(THINGS, Set.of(Case.CONTROL), slips);
    }

    private static String failures(Result result) {
        return result.failed().stream().map(c -> c.about().id() + " " + c.problems()).collect(Collectors.joining("\n"));
    }

    @Test
    void findsNothingWrongWithAGoodServer() throws IOException {
        Result result = run();
        assertEquals("", failures(result));
        assertEquals(List.of(), result.objections());
        assertTrue(result.complete() && result.good());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "OTHER_STATUS          | createThing: the documented thing | expected status 201, got 202",
        "OTHER_STATUS          | createThing: the documented thing | Response status 202 not defined",
        "EXTRA_FIELD           | createThing: the documented thing | not allowed by the schema",
        "OTHER_ID_IN_MESSAGE   | createThing: the documented thing | /message: expected",
        "FIXED_ID              | createThing: the documented thing | does not have the shape",
        "LENIENT_LENGTH        | createThing: body:/name maxLength 8 ← \"aaaaaaaaa\" | expected status 400, got 201",
        "CHANGES_WHEN_REFUSING | createThing: a bad name | the state changed",
        "OTHER_LIMIT           | listThings: query:limit maximum 3 ← 4 counts as 3 | expected 4 elements, got 3",
    })
    void noticesASlipOfTheServer(Slip slip, String about, String problem) throws IOException {
        CaseResult failed = run(slip).failed().stream().filter(c -> c.about().id().equals(about)).findFirst().orElseThrow();
        assertTrue(String.join("\n", failed.problems()).contains(problem), () -> String.join("\n", failed.problems()));
    }

    @Test
    void namesTheOneOfManyRefusedRequestsThatChangedTheState() throws IOException {
        List<CaseResult> failed = run(Slip.CHANGES_AT_UNKNOWN_FIELD).failed();
        assertEquals(List.of("createThing: body: unknown ← x_postern_unknown"),
                failed.stream().map(c -> c.about().id()).toList());
        assertTrue(failed.get(0).problems().get(0).startsWith("the state changed: state /things: expected nothing, got [{"),
                () -> failed.get(0).problems().toString());
    }

    @Test
    void noticesAStateThatIsChangedByRequestsThatReadOnly() throws IOException {
        String failures = failures(run(Slip.CHANGES_WHEN_LISTING));
        assertTrue(failures.contains("before it, yet by none of them that must not and is played by itself, the state changed: "
                + "state /listed: expected nothing, got "), failures);
    }

    @Test
    void tellsOfTheCasesInTheirOrder() throws IOException {
        URL stub = KitTest.class.getClassLoader().getResource("stub/");
        try (StubServer server = new StubServer();
                URLClassLoader loader = new URLClassLoader(new URL[] {stub}, null)) {
            Descriptions described = described(THINGS);
            CaseLoader cases = new CaseLoader(described, loader);
            List<Case> all = new ArrayList<>(cases.load());
            all.addAll(new Deriver(described, cases).derive(all));
            Result result = new Conformance(described, loader)
                    .run(new Options(server.endpoint(), Set.of(Case.CONTROL), "stub", null));
            assertEquals(all.stream().map(Case::id).toList(), result.cases().stream().map(c -> c.about().id()).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "name: stone, colour: RED, note: null | name: stone, colour: BLUE, note: null | /colour: expected \"BLUE\"",
        "value: {name: stone, colour: RED}    | value: {name: pebble, colour: RED}    | /name: expected \"stone\"",
        "parameterName:name.                  | parameterName:nome.                   | /error_msg: expected",
    })
    void failsWhenAnExampleIsBroken(String documented, String broken, String problem) throws IOException {
        assertTrue(THINGS.contains(documented));
        Result result = run(THINGS.replace(documented, broken), Set.of(Case.CONTROL));
        assertTrue(failures(result).contains(problem), () -> failures(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "enum: [RED, BLUE]  | enum: [RED, BLUE, GREEN] | enum values sent: createThing: body:/colour = GREEN",
        "enum: [RED, BLUE]  | enum: [RED, BLUE, GREEN] | enum values received: createThing: 201:/colour = GREEN",
        "maxLength: 8       | maxLength: 9             | bounds exercised: createThing: body:/name maxLength 9, kept",
        "'400':             | '404': {description: Gone.}@        '400': | documented statuses: createThing: 404",
        "one: {value        | none: {value: {things: []}}@                one: {value | documented examples: listThings: 200-none",
    })
    void objectsToWhatHasNoCase(String documented, String added, String objection) throws IOException {
        assertTrue(THINGS.contains(documented));
        Result result = run(THINGS.replace(documented, added.replace("@", "\n")), Set.of(Case.CONTROL));
        assertTrue(result.objections().contains("not among " + objection), () -> String.join("\n", result.objections()));
        assertFalse(result.good());
    }

    @Test
    void showsANewValueByItselfAndWantsItReviewed() throws IOException {
        Result result = run(THINGS.replace("enum: [RED, BLUE]", "enum: [RED, BLUE, GREEN]"), Set.of(Case.CONTROL));
        assertTrue(result.passed().stream().anyMatch(c -> c.about().id().equals("listThings: 200:/things/*/colour = GREEN")));
        assertTrue(result.objections().contains("listThings 200:/things/*/colour: enum was reviewed as [\"RED\",\"BLUE\"],"
                + " the description says [\"RED\",\"BLUE\",\"GREEN\"]"), () -> String.join("\n", result.objections()));
    }

    @Test
    void noticesAValueThatIsNotShown() throws IOException {
        assertEquals(List.of("listThings: 200:/things/*/colour = RED"),
                run(Slip.ONE_COLOUR).failed().stream().map(c -> c.about().id()).toList());
    }

    @Test
    void objectsToARuleThatLeftItsReview() {
        Descriptions changed = described(THINGS.replace("maxLength: 8", "maxLength: 9").replace("required: [name]", "required: []"));
        assertEquals(List.of(
                "createThing body:/name: required was reviewed as true, the description says nothing",
                "createThing body:/name: maxLength was reviewed as 8, the description says 9"),
                Review.differences(Json.parseYaml(Review.text(described(THINGS), Map.of())), changed, Map.of()));
        assertEquals(List.of(), Review.differences(Json.parseYaml(Review.text(changed, Map.of())), changed, Map.of()));
    }

    @Test
    void skipsByNameWhatTheTargetDoesNotOffer() throws IOException {
        Result result = run(THINGS, Set.of(), Slip.NO_CONTROL);
        CaseResult skipped = result.skipped().stream()
                .filter(c -> c.about().id().equals("createThing: the documented thing")).findFirst().orElseThrow();
        assertEquals("the target does not offer: control", skipped.skipped());
        assertTrue(result.passed().stream().anyMatch(c -> c.about().id().equals("createThing: a bad name")));
        assertEquals("", failures(result));
        assertFalse(result.complete());
        assertEquals(List.of(), result.objections());
        String html = Files.readString(reports.resolve("report.html"));
        assertTrue(html.contains("createThing: the documented thing – the target does not offer: control"));
        assertTrue(Files.readString(reports.resolve("junit.xml"))
                .contains("name=\"the documented thing\" time=\"0.000\"><skipped message=\"the target does not offer: control\"/>"));
    }

    @Test
    void doesNotTakeADeclarationOnTrust() {
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> run(Slip.NO_CONTROL));
        assertTrue(refused.getMessage().endsWith("is declared to offer the control API, yet GET /_postern/state answers 404"));
    }

    @Test
    void reportsEveryCaseOnOnePage() throws IOException {
        run(Slip.FIXED_ID);
        String html = Files.readString(reports.resolve("report.html"));
        assertTrue(html.contains("<a href=\"#createThing-201\">"));
        assertTrue(html.contains("<section id=\"createThing-201\">"));
        assertTrue(html.contains("does not have the shape"));
        assertFalse(html.matches("(?s).*(src|href)=\"(?!#).*"), "the page must not need another file");
        String xml = Files.readString(reports.resolve("junit.xml"));
        assertTrue(xml.contains("<testsuite name=\"createThing\"") && xml.contains("<failure message="));
    }
}
