package dev.postern.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.cases.Case;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a case.
 *
 * @param played the requests of the case, in the order of its steps
 * @param others requests of the kit around them: the seed, the state before and after
 * @param problems what was not as expected; empty when the case passed or was skipped
 * @param skipped why the case did not run, or null
 */
public record CaseResult(
        Case about, List<Played> played, List<Exchange> others, List<String> problems, String skipped, long millis) {

    /** A step that ran, with the whole answer that was expected of it, if there was one. */
    public record Played(Case.Step step, Exchange exchange, JsonNode expected, List<String> problems) {}

    /** The same with what was done, and went wrong, around several cases at once. */
    CaseResult with(Around around) {
        return new CaseResult(about, played, joined(others, around.exchanges()), joined(problems, around.problems()), skipped, millis);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    public boolean passed() {
        return skipped == null && problems.isEmpty();
    }

    public boolean failed() {
        return skipped == null && !problems.isEmpty();
    }
}
