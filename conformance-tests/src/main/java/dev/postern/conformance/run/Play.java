package dev.postern.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.Variables;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.Expectation;
import dev.postern.conformance.cases.Patch;
import dev.postern.conformance.compare.Comparison;
import dev.postern.conformance.compare.Shapes;
import dev.postern.conformance.description.Descriptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One case while it runs: its requests one after the other, up to the first that is not answered as expected. */
final class Play {

    private final Case about;
    private final Target target;
    private final Descriptions descriptions;
    private final AnswerCheck check;
    private final Stage stage;
    private final Variables variables = new Variables();
    private final Comparison comparison;
    private final List<CaseResult.Played> played = new ArrayList<>();
    private final Around around = new Around();
    private final long begin = System.nanoTime();

    Play(Case about, Target target, Descriptions descriptions, AnswerCheck check, Shapes shapes, Stage stage) {
        this.about = about;
        this.target = target;
        this.descriptions = descriptions;
        this.check = check;
        this.stage = stage;
        this.comparison = new Comparison(shapes, variables);
    }

    /**
     * From the seed on, with a look at the state around each request that must not change it.
     *
     * @param judges look at the last answer while the next case is being prepared, unless they need the server for it
     */
    CompletableFuture<CaseResult> alone(Executor judges) {
        try {
            Iterator<Case.Step> steps = stage.prepare(about, around) ? about.steps().iterator() : Collections.emptyIterator();
            while (steps.hasNext() && around.problems().isEmpty()) {
                Case.Step step = steps.next();
                JsonNode before = step.expect().mustNotChange() && stage.controlled() ? stage.before(around) : null;
                boolean last = !steps.hasNext() && before == null && step.expect().state().isEmpty();
                if (last || !Stage.leavesAsItWas(step)) {
                    stage.touched();
                }
                Exchange exchange = send(step);
                if (last) {
                    return CompletableFuture.supplyAsync(() -> result(() -> judge(step, exchange, null)), judges);
                }
                judge(step, exchange, before);
            }
        } catch (Target.NoAnswer | IllegalArgumentException e) {
            around.problems().add(e.getMessage());
        }
        if (!around.problems().isEmpty()) {
            stage.touched();
        }
        return CompletableFuture.completedFuture(result());
    }

    /** The requests only; somebody else prepares the server, and looks whether it is as it was. */
    CaseResult amongOthers() {
        return result(() -> {
            Iterator<Case.Step> steps = about.steps().iterator();
            while (steps.hasNext() && around.problems().isEmpty()) {
                Case.Step step = steps.next();
                judge(step, send(step), null);
            }
        });
    }

    private CaseResult result(Runnable rest) {
        try {
            rest.run();
        } catch (Target.NoAnswer | IllegalArgumentException e) {
            around.problems().add(e.getMessage());
        }
        return result();
    }

    private CaseResult result() {
        return new CaseResult(about, played, around.exchanges(), around.problems(), null, (System.nanoTime() - begin) / 1_000_000);
    }

    private Exchange send(Case.Step step) {
        return target.send(step.operation(), step.request().fill(variables));
    }

    /** @param before the state before the request, where that must not change it */
    private void judge(Case.Step step, Exchange exchange, JsonNode before) {
        Expectation expect = step.expect();
        List<String> found = new ArrayList<>();
        if (exchange.status() != expect.status()) {
            found.add("expected status " + expect.status() + ", got " + exchange.status()
                    + (exchange.answer().isBlank() ? "" : ": " + shorten(exchange.answer())));
        }
        check.problems(exchange).forEach(problem -> found.add("the description does not allow this answer: " + problem));
        if (expect.status() / 100 == 2 && about.origin() != Case.Origin.DERIVED) {
            check.problemsOfRequest(exchange)
                    .forEach(problem -> found.add("the description does not allow this request: " + problem));
        }
        JsonNode expected = expected(step);
        if (found.isEmpty()) {
            found.addAll(comparison.compare(expected, exchange.answerJson(), expect.generated(), expect.strictNulls()));
            for (Expectation.Has has : expect.has()) {
                found.addAll(has(has, exchange.answerJson(), ""));
            }
        }
        if (before != null) {
            String difference = stage.difference(before, around);
            if (difference != null) {
                found.add(Together.CHANGED + difference);
            }
        }
        expect.sent().forEach(has -> found.addAll(has(has, exchange.sentJson(), "request ")));
        if (!expect.state().isEmpty()) {
            JsonNode state = stage.look(around);
            expect.state().forEach(has -> found.addAll(has(has, state, "state ")));
        }
        played.add(new CaseResult.Played(step, exchange, expected, found));
        String name = step.name() != null ? step.name() : step.operation().id();
        found.forEach(problem -> around.problems().add(step == about.first() ? problem : name + ": " + problem));
    }

    private JsonNode expected(Case.Step step) {
        Expectation expect = step.expect();
        return expect.mustEqualFirst()
                ? Patch.apply(played.get(0).exchange().answerJson(), expect.patch())
                : variables.fill(expect.document(descriptions, step.operation().id()));
    }

    private List<String> has(Expectation.Has has, JsonNode document, String prefix) {
        List<String> found = new ArrayList<>();
        JsonNode actual = Json.at(document, variables.fill(has.path()));
        if (has.count() != null) {
            JsonNode counted = TextNode.valueOf(has.count() + " elements");
            String difference = Comparison.difference(prefix + has.path(), counted,
                    TextNode.valueOf(actual.size() + " elements"));
            if (difference != null) {
                found.add(difference);
            }
            return found;
        }
        JsonNode expected = has.absent() ? MissingNode.getInstance() : variables.fill(has.value());
        String difference = Comparison.difference(prefix + has.path(), expected, actual);
        if (difference != null) {
            found.add(difference);
        }
        return found;
    }

    private String shorten(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }
}
