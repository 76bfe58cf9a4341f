package dev.postern.conformance.run;

import dev.postern.conformance.cases.Case;
import dev.postern.conformance.compare.Shapes;
import dev.postern.conformance.description.Descriptions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Plays cases against a target and says what was not as expected. */
public final class Runner {

    /** How many cases are taken at a time, to be put in an order that needs each seed once. */
    private static final int BLOCK = 500;
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

    /**
     * Plays cases.
     *
     * @param done is told of every case, in the order of the cases
     */
    public void run(List<Case> cases, Consumer<CaseResult> done) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Together together = new Together(stage, this, threads);
            Queue<CompletableFuture<CaseResult>> results = new ArrayDeque<>();
            for (int from = 0; from < cases.size(); from += BLOCK) {
                results.addAll(together.run(cases.subList(from, Math.min(from + BLOCK, cases.size()))));
                while (!results.isEmpty() && results.peek().isDone()) {
                    done.accept(results.remove().join());
                }
            }
            results.forEach(result -> done.accept(result.join()));
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
