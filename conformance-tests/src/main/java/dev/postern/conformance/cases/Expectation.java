package dev.postern.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.description.Descriptions;
import java.util.ArrayList;
import java.util.List;

/**
 * What to receive.
 *
 * @param example the documented answer, compared exactly
 * @param body an answer of the case's own, compared exactly
 * @param patch changes to example or body
 * @param generated values that are compared by shape
 * @param nulls {@code strict} where null and absent differ
 * @param has single values to find, where no whole answer is given
 * @param sameBody whether the answer must equal that of the case's first request
 * @param state values that the control API must show afterwards
 * @param sent values that the request must have had, where they leave no trace to look for
 * @param reversed the place of a list that comes in the opposite order of the documented one
 * @param unchanged whether the state must be what it was before
 */
public record Expectation(
        Integer status,
        String example,
        JsonNode body,
        List<Patch> patch,
        List<Generated> generated,
        String nulls,
        List<Has> has,
        Boolean sameBody,
        List<Has> state,
        List<Has> sent,
        Boolean unchanged,
        String reversed) {

    /** A value at a place of a document, or its absence; {@code count} is the size of a list. */
    public record Has(String path, JsonNode value, boolean absent, Integer count) {}

    public Expectation {
        generated = generated == null ? List.of() : generated;
        has = has == null ? List.of() : has;
        state = state == null ? List.of() : state;
        sent = sent == null ? List.of() : sent;
    }

    /** The whole answer that is expected, but for what only becomes known while the case runs; null where none is. */
    public JsonNode document(Descriptions descriptions, String operation) {
        JsonNode whole = example != null ? descriptions.example(example, operation).value() : body;
        if (whole != null && reversed != null) {
            whole = Json.with(whole, reversed, Json.reversed(Json.at(whole, reversed)));
        }
        return whole == null ? null : Patch.apply(whole, patch);
    }

    /** The same with further changes to example or body. */
    public Expectation patched(List<Patch> more) {
        List<Patch> all = new ArrayList<>(patch == null ? List.of() : patch);
        all.addAll(more);
        return new Expectation(status, example, body, all, generated, nulls, has, sameBody, state, sent, unchanged, reversed);
    }

    public static Expectation status(int status) {
        return new Expectation(status, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** A status with which nothing is changed. */
    public static Expectation refusal(int status) {
        return new Expectation(status, null, null, null, null, null, null, null, null, null, true, null);
    }

    public boolean strictNulls() {
        return "strict".equals(nulls);
    }

    public boolean mustNotChange() {
        return Boolean.TRUE.equals(unchanged);
    }

    public boolean mustEqualFirst() {
        return Boolean.TRUE.equals(sameBody);
    }
}
