package dev.postern.conformance.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.Variables;
import dev.postern.conformance.cases.Generated;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are compared exactly, but for what a case names as generated. */
class ComparisonTest {

    private final Variables variables = new Variables();
    private final Comparison comparison = new Comparison(new Shapes(getClass().getClassLoader()), variables);

    private List<String> compare(String expected, String actual, Generated... generated) {
        return comparison.compare(json(expected), json(actual), List.of(generated), false);
    }

    /** As in a case of its own, which knows nothing of others. */
    private static List<String> afresh(String expected, String actual, Generated... generated) {
        return new Comparison(new Shapes(ComparisonTest.class.getClassLoader()), new Variables())
                .compare(json(expected), json(actual), List.of(generated), false);
    }

    private static JsonNode json(String yaml) {
        return Json.parseYaml(yaml);
    }

    private static Generated generated(String pointer, String shape, String name) {
        return new Generated(pointer, null, shape, name, null, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{a: 1}            | {a: 1}            | ",
        "{a: 1, b: x}      | {b: x, a: 1}      | ",
        "{a: null}         | {}                | ",
        "{}                | {a: null}         | ",
        "{a: 1}            | {a: '1'}          | /a: expected 1, got \"1\"",
        "{a: 1}            | {a: 1.0}          | /a: expected 1, got 1.0",
        "{a: 1.5}          | {a: 1.50}         | ",
        "{a: x}            | {a: x, b: y}      | /b: expected nothing, got \"y\"",
        "{a: x, b: y}      | {a: x}            | /b: expected \"y\", got nothing",
        "{a: []}           | {}                | /a: expected [], got nothing",
        "{a: {}}           | {a: null}         | /a: expected {}, got null",
        "{a: [1, 2]}       | {a: [2, 1]}       | /a/0: expected 1, got 2",
        "{a: [1]}          | {a: [1, 2]}       | /a: expected 1 elements, got 2",
        "{a: 'x '}         | {a: x}            | /a: expected \"x \", got \"x\"",
        "{a: {b: [{c: 1}]}} | {a: {b: [{c: 2}]}} | /a/b/0/c: expected 1, got 2",
    })
    void comparesExactly(String expected, String actual, String first) {
        List<String> differences = compare(expected, actual);
        assertEquals(first, differences.isEmpty() ? null : differences.get(0));
    }

    @Test
    void tellsNullFromAbsentOnRequest() {
        assertEquals(List.of("/a: expected null, got nothing"),
                comparison.compare(json("{a: null}"), json("{}"), List.of(), true));
        assertEquals(List.of("/a: expected nothing, got null"),
                comparison.compare(json("{}"), json("{a: null}"), List.of(), true));
        assertEquals(List.of(), comparison.compare(json("{a: null}"), json("{a: null}"), List.of(), true));
    }

    @Test
    void checksTheShapeOfAGeneratedValue() {
        Generated id = generated("/id", "id32", "gateway");
        assertEquals(List.of(), compare("{id: 6a7d71827fd54572b1f31aa9548fcc81, n: 1}", "{id: 00000000000000000000000000000abc, n: 1}", id));
        assertEquals("00000000000000000000000000000abc", variables.get("gateway").asText());
        assertEquals(List.of("/id: short does not have the shape id32"),
                afresh("{id: 6a7d71827fd54572b1f31aa9548fcc81}", "{id: short}", id));
        assertEquals(List.of("/id: the documented broken does not have the shape id32"),
                afresh("{id: broken}", "{id: 6a7d71827fd54572b1f31aa9548fcc81}", id));
        assertEquals(List.of("/id: expected a generated value, got nothing"), compare("{id: x}", "{id: null}", id));
    }

    @Test
    void wantsOneGeneratedValueToBeTheSameWhereverItAppears() {
        Generated id = generated("/id", "[a-z]+", null);
        String documented = "{id: abcdefgh, message: 'made abcdefgh, twice abcdefgh', list: [abcdefgh]}";
        assertEquals(List.of(), compare(documented, "{id: z, message: 'made z, twice z', list: [z]}", id));
        assertEquals(List.of("/list/0: expected \"z\", got \"y\""),
                compare(documented, "{id: z, message: 'made z, twice z', list: [y]}", id));
        assertEquals(List.of("/message: expected \"made z, twice z\", got \"made z, twice y\""),
                compare(documented, "{id: z, message: 'made z, twice y', list: [z]}", id));
    }

    @Test
    void keepsWhatItLearntForLaterAnswers() {
        compare("{id: abcdefgh}", "{id: z}", generated("/id", null, null));
        assertEquals(List.of(), compare("{other: abcdefgh}", "{other: z}"));
        assertEquals(List.of("/id: abcdefgh stood for z before, now for y"),
                compare("{id: abcdefgh}", "{id: y}", generated("/id", null, null)));
    }

    @Test
    void findsAGeneratedPieceOfAText() {
        Generated id = generated("/id", "[a-z]+", null);
        Generated job = new Generated("/message", "JOB-1", "JOB-[0-9]+", "job", null, null);
        Generated same = new Generated("/job", null, null, null, "job", null);
        String documented = "{id: abcdefgh, message: 'job JOB-1 makes abcdefgh.', job: JOB-2}";
        assertEquals(List.of(), afresh(documented, "{id: z, message: 'job JOB-7 makes z.', job: JOB-7}", id, job, same));
        assertEquals(List.of("/job: JOB-8 is not the value job (\"JOB-7\")"),
                afresh(documented, "{id: z, message: 'job JOB-7 makes z.', job: JOB-8}", id, job, same));
        assertEquals(List.of("/message: expected \"job JOB-1 makes abcdefgh.\" with a generated value for JOB-1, got \"job JOB-x makes z.\""),
                afresh(documented, "{id: z, message: 'job JOB-x makes z.', job: JOB-7}", id, job));
        assertEquals(List.of("/message: expected \"job JOB-1 makes abcdefgh.\" with a generated value for JOB-1, got \"job JOB-7 makes y.\""),
                afresh(documented, "{id: z, message: 'job JOB-7 makes y.', job: JOB-7}", id, job));
    }

    @Test
    void noticesAValueThatIsNotMadeUpAnew() {
        compare("{id: a}", "{id: z}", generated("/id", null, "first"));
        assertEquals(List.of("/id: z is made up anew, yet equals first"), new Comparison(null, variables)
                .compare(null, json("{id: z}"), List.of(new Generated("/id", null, null, null, null, "first")), false));
    }
}
