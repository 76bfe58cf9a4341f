package dev.postern.conformance.run;

import dev.postern.conformance.cases.Case;
import dev.postern.conformance.compare.Shapes;
import dev.postern.conformance.description.Descriptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plays cases against a target and says what was not as expected. */
public final class Runner {

    /** How many requests are on their way at once, of those that must change nothing. */
    private static final int AT_ONCE = 4;

    private final Target target;
    private final Descriptions descriptions;
    private final AnswerCheck check;
    private final Shapes shapes;
    private final Set<String> offers;
    private final Stage stage;

    public Runner(Target target, Descriptions descriptions, AnswerCheck check, Shapes shapes, Set<String> offers) {
        this.target = target;
        this.descriptions = descriptions;
        this.check = check;
        this.shapes = shapes;
        this.offers = offers;
        this.stage = new Stage(target, descriptions, check, offers.contains(Case.CONTROL));
    }

    /** Plays cases, in an order that needs each seed as seldom as can be; the results are in the order of the cases. */
    public List<CaseResult> run(List<Case> cases) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            return new Together(stage, this, threads).run(cases).stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Plays one case by itself. */
    public CaseResult run(Case about) {
        return run(about, Runnable::run).join();
    }

    /** @param judges look at what they can without the server */
    CompletableFuture<CaseResult> run(Case about, Executor judges) {
        Set<String> missing = missing(about);
        return missing.isEmpty() ? play(about).alone(judges) : CompletableFuture.completedFuture(new CaseResult(about,
                List.of(), List.of(), List.of(), "the target does not offer: " + String.join(", ", missing), 0));
    }

    /** What the case needs and the target does not offer. */
    Set<String> missing(Case about) {
        Set<String> missing = new TreeSet<>(about.needs());
        missing.removeAll(offers);
        return missing;
    }

    Play play(Case about) {
        return new Play(about, target, descriptions, check, shapes, stage);
    }
}
