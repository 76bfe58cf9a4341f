package dev.postern.conformance;

import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.gate.Finding;
import dev.postern.conformance.run.CaseResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run found.
 *
 * @param findings all that the gate looks for, seen or not
 * @param deviations where the description has left what was reviewed
 * @param complete whether every case ran, so that what is missing is missing
 */
public record Result(
        Options options,
        Descriptions descriptions,
        Instant at,
        List<CaseResult> cases,
        List<Finding> findings,
        List<String> deviations,
        boolean complete) {

    public List<CaseResult> failed() {
        return cases.stream().filter(CaseResult::failed).toList();
    }

    public List<CaseResult> skipped() {
        return cases.stream().filter(c -> c.skipped() != null).toList();
    }

    public List<CaseResult> passed() {
        return cases.stream().filter(CaseResult::passed).toList();
    }

    /** What the gate holds against the run; nothing after an incomplete one, which cannot be judged. */
    public List<String> objections() {
        List<String> objections = new ArrayList<>(deviations);
        if (complete) {
            for (Finding finding : findings) {
                if (finding.missing()) {
                    objections.add("not among " + finding.what().title() + ": " + finding);
                } else if (finding.stale()) {
                    objections.add("excused (" + finding.excused() + ") though it was seen in \"" + finding.seen()
                            + "\": " + finding);
                }
            }
        }
        return objections;
    }

    public boolean good() {
        return failed().isEmpty() && objections().isEmpty();
    }
}
