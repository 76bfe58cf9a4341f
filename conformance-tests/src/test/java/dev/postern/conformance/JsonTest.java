package dev.postern.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** A tree with another value in a place leaves the one that it comes from as it was. */
class JsonTest {

    private static final String TREE = "{a: {b: [1, {c: 2}]}, d: {e: 3}, n: null}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/a/b/1/c  | {a: {b: [1, {c: 9}]}, d: {e: 3}, n: null}",
        "/a/b/-    | {a: {b: [1, {c: 2}, 9]}, d: {e: 3}, n: null}",
        "/a/b/5    | {a: {b: [1, {c: 2}, 9]}, d: {e: 3}, n: null}",
        "/x/0/y    | {a: {b: [1, {c: 2}]}, d: {e: 3}, n: null, x: [{y: 9}]}",
        "/n/z      | {a: {b: [1, {c: 2}]}, d: {e: 3}, n: {z: 9}}",
    })
    void putsAValue(String pointer, String expected) {
        JsonNode tree = Json.parseYaml(TREE);
        assertEquals(Json.parseYaml(expected), Json.with(tree, pointer, IntNode.valueOf(9)));
        assertEquals(Json.parseYaml(TREE), tree);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/a/b/0 | {a: {b: [{c: 2}]}, d: {e: 3}, n: null}",
        "/d     | {a: {b: [1, {c: 2}]}, n: null}",
        "/x/y   | {a: {b: [1, {c: 2}]}, d: {e: 3}, n: null, x: {}}",
    })
    void takesAValueAway(String pointer, String expected) {
        JsonNode tree = Json.parseYaml(TREE);
        assertEquals(Json.parseYaml(expected), Json.with(tree, pointer, MissingNode.getInstance()));
        assertEquals(Json.parseYaml(TREE), tree);
    }

    @Test
    void sharesWhatIsBesideTheWay() {
        JsonNode tree = Json.parseYaml(TREE);
        assertSame(tree.get("a"), Json.with(tree, "/d/e", NullNode.instance).get("a"));
    }
}
