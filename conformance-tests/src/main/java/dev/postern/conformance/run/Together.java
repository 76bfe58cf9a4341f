package dev.postern.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.cases.Case;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Plays the cases of one seed after the other: first those that leave the state as it was, several at once and with one
 * look at the state for many of them, then the others. Where the state did change, each is played again by itself, to know
 * which one it was.
 */
final class Together {

    static final String CHANGED = "the state changed: ";

    /** How many cases share one look at the state, at most; where it did change, all of them are played again. */
    private static final int MOST = 100;

    private final Stage stage;
    private final Runner runner;
    private final Executor threads;

    Together(Stage stage, Runner runner, Executor threads) {
        this.stage = stage;
        this.runner = runner;
        this.threads = threads;
    }

    /** The results, in the order of the cases. */
    List<CompletableFuture<CaseResult>> run(List<Case> cases) {
        Map<Case, CompletableFuture<CaseResult>> results = new IdentityHashMap<>();
        for (List<Case> alike : bySeed(cases)) {
            List<Case> calm = alike.stream().filter(this::calm).toList();
            for (int from = 0; from < calm.size() - 1; from += MOST) {
                calm(calm.subList(from, Math.min(from + MOST, calm.size())))
                        .forEach(result -> results.put(result.about(), CompletableFuture.completedFuture(result)));
            }
            // The next needs no new state after one that left it as it was.
            alike.stream().sorted(Comparator.comparing(each -> !Stage.leavesAsItWas(each.steps())))
                    .forEach(each -> results.computeIfAbsent(each, alone -> runner.run(alone, threads)));
        }
        return cases.stream().map(results::get).toList();
    }

    private static Collection<List<Case>> bySeed(List<Case> cases) {
        Map<JsonNode, List<Case>> equal = new LinkedHashMap<>();
        // To find a tree among others takes long, and most cases have one that was found before.
        Map<JsonNode, List<Case>> same = new IdentityHashMap<>();
        cases.forEach(each -> same.computeIfAbsent(Stage.seed(each),
                seed -> equal.computeIfAbsent(seed, first -> new ArrayList<>())).add(each));
        return equal.values();
    }

    private boolean calm(Case about) {
        return stage.controlled() && runner.missing(about).isEmpty() && Stage.leavesAsItWas(about)
                && about.steps().stream().allMatch(step -> step.expect().state().isEmpty());
    }

    private List<CaseResult> calm(List<Case> cases) {
        Around around = new Around();
        List<CaseResult> results = new ArrayList<>();
        String difference = null;
        try {
            if (stage.prepare(cases.get(0), around)) {
                JsonNode before = stage.before(around);
                results.addAll(atOnce(cases));
                difference = stage.difference(before, around);
            }
        } catch (Target.NoAnswer e) {
            around.problems().add(e.getMessage());
        }
        if (difference != null || !around.problems().isEmpty()) {
            stage.touched();
            return oneByOne(cases, difference);
        }
        if (results.stream().anyMatch(CaseResult::failed)) {
            stage.touched();
        }
        results.set(0, results.get(0).with(around));
        return results;
    }

    private List<CaseResult> atOnce(List<Case> cases) {
        List<CompletableFuture<CaseResult>> running = cases.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> runner.play(each).amongOthers(), threads)).toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    /** @param difference that one of the cases, or all of them at once, made; null for none */
    private List<CaseResult> oneByOne(List<Case> cases, String difference) {
        List<CaseResult> results = new ArrayList<>(cases.stream().map(runner::run).toList());
        boolean found = results.stream().flatMap(result -> result.problems().stream()).anyMatch(p -> p.contains(CHANGED));
        if (difference != null && !found) {
            Around around = new Around();
            around.problems().add("by this case or one of the " + (cases.size() - 1)
                    + " before it, yet by none of them that must not and is played by itself, " + CHANGED + difference);
            results.set(results.size() - 1, results.get(results.size() - 1).with(around));
            stage.touched();
        }
        return results;
    }
}
