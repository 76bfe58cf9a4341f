package dev.postern.conformance;

import dev.postern.conformance.cases.Case;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What to check, and how.
 *
 * @param endpoint where the server is, without a path
 * @param offers what the server has beside the described API: {@code control} for /_postern/…,
 *     {@code instant} for gateways that change without delay; cases that need more are skipped
 * @param label what to call the target in the report
 * @param report the folder for report.html and junit.xml; null for none
 * @param only the cases to run
 */
public record Options(URI endpoint, Set<String> offers, String label, Path report, Predicate<Case> only) {

    /** What a Postern of one's own offers when it is told not to wait. */
    public static final Set<String> EVERYTHING = Set.of(Case.CONTROL, "instant");

    public Options(URI endpoint, Set<String> offers, String label, Path report) {
        this(endpoint, offers, label, report, each -> true);
    }
}
