package dev.postern.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.CaseLoader;
import dev.postern.conformance.cases.RequestData;
import dev.postern.conformance.compare.Shapes;
import dev.postern.conformance.derive.Deriver;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.gate.Gate;
import dev.postern.conformance.gate.Review;
import dev.postern.conformance.report.HtmlReport;
import dev.postern.conformance.report.JunitReport;
import dev.postern.conformance.run.AnswerCheck;
import dev.postern.conformance.run.CaseResult;
import dev.postern.conformance.run.Runner;
import dev.postern.conformance.run.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The contract kit: replays the description against a server and judges what came back. */
public final class Conformance {

    private final Descriptions descriptions;
    private final ClassLoader loader;

    public Conformance() {
        this(Descriptions.fromClasspath(Conformance.class.getClassLoader()), Conformance.class.getClassLoader());
    }

    /**
     * @param loader has the folders cases and seeds, shapes.yaml and bounds.yaml
     */
    public Conformance(Descriptions descriptions, ClassLoader loader) {
        this.descriptions = descriptions;
        this.loader = loader;
    }

    public Descriptions descriptions() {
        return descriptions;
    }

    /** The rules of the description as they are now, in the form of bounds.yaml. */
    public String bounds() {
        return Review.text(descriptions, new CaseLoader(descriptions, loader).files());
    }

    public Result run(Options options) {
        // It reads the descriptions in its own way, which takes a while.
        CompletableFuture<AnswerCheck> check = CompletableFuture.supplyAsync(() -> new AnswerCheck(descriptions));
        CaseLoader cases = new CaseLoader(descriptions, loader);
        List<Case> all = new ArrayList<>(cases.load());
        all.addAll(new Deriver(descriptions, cases).derive(all));

        Target target = new Target(options.endpoint(), descriptions);
        if (options.offers().contains(Case.CONTROL)) {
            requireControl(target);
        }
        Runner runner = new Runner(target, descriptions, check.join(), new Shapes(loader), options.offers());
        Instant at = Instant.now();
        List<CaseResult> results = runner.run(all.stream().filter(options.only()).toList());
        boolean complete = results.size() == all.size() && results.stream().allMatch(r -> r.skipped() == null);
        JsonNode reviewed = Json.resource(loader, Review.FILE);
        Result result = new Result(options, descriptions, at, results,
                Gate.judge(descriptions, cases.files(), results),
                reviewed == null ? List.of(Review.FILE + " is missing") : Review.differences(reviewed, descriptions, cases.files()), complete);
        if (options.report() != null) {
            write(result);
        }
        return result;
    }

    /** What is declared has to be there: one clear word now instead of a failure of every case. */
    private void requireControl(Target target) {
        int status = target.send(descriptions.operation("showState"), RequestData.none()).status();
        if (status != 200) {
            throw new IllegalStateException(target.endpoint() + " is declared to offer the control API, yet GET "
                    + descriptions.operation("showState").path() + " answers " + status);
        }
    }

    private static void write(Result result) {
        try {
            Files.createDirectories(result.options().report());
            Files.writeString(result.options().report().resolve("report.html"), new HtmlReport(result).html());
            Files.writeString(result.options().report().resolve("junit.xml"), JunitReport.xml(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
