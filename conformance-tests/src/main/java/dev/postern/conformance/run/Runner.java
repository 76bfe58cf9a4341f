package dev.postern.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.Variables;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.Expectation;
import dev.postern.conformance.cases.Patch;
import dev.postern.conformance.cases.RequestData;
import dev.postern.conformance.compare.Comparison;
import dev.postern.conformance.compare.Shapes;
import dev.postern.conformance.description.Descriptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Plays cases against a target and says what was not as expected. */
public final class Runner {

    private final Target target;
    private final Descriptions descriptions;
    private final AnswerCheck check;
    private final Shapes shapes;
    private final Set<String> offers;
    /** What a state says nothing of, so that only a reset takes it back. */
    private static final Set<String> OUTLASTING = Set.of("replaceFaults", "setJournal");

    /** Whether faults may be set, or requests recorded, that the next case knows nothing of. */
    private boolean faulty = true;
    /** The snapshots that the last case took; not even a reset takes them back. */
    private final Set<JsonNode> snapshots = new LinkedHashSet<>();
    /** The seed whose state the server is known to be in still; putting it there again is what takes longest. */
    private JsonNode intact;

    public Runner(Target target, Descriptions descriptions, AnswerCheck check, Shapes shapes, Set<String> offers) {
        this.target = target;
        this.descriptions = descriptions;
        this.check = check;
        this.shapes = shapes;
        this.offers = offers;
    }

    public CaseResult run(Case about) {
        Set<String> missing = new TreeSet<>(about.needs());
        missing.removeAll(offers);
        if (!missing.isEmpty()) {
            return new CaseResult(about, List.of(), List.of(), List.of(),
                    "the target does not offer: " + String.join(", ", missing), 0);
        }
        long begin = System.nanoTime();
        Play play = new Play(about);
        try {
            play.all();
        } catch (Target.NoAnswer | IllegalArgumentException e) {
            play.problems.add(e.getMessage());
        }
        intact = play.leftAsItWas() ? about.seed() : null;
        return new CaseResult(about, play.played, play.others, play.problems, null,
                (System.nanoTime() - begin) / 1_000_000);
    }

    /** One case while it runs. */
    private final class Play {
        private final Case about;
        private final Variables variables = new Variables();
        private final Comparison comparison = new Comparison(shapes, variables);
        private final List<CaseResult.Played> played = new ArrayList<>();
        private final List<Exchange> others = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        private Play(Case about) {
            this.about = about;
        }

        private void all() {
            if (!prepare()) {
                return;
            }
            for (Case.Step step : about.steps()) {
                List<String> found = play(step);
                String name = step.name() != null ? step.name() : step.operation().id();
                found.forEach(problem -> problems.add(step == about.first() ? problem : name + ": " + problem));
                if (!found.isEmpty()) {
                    return;
                }
            }
        }

        private boolean leftAsItWas() {
            return problems.isEmpty() && played.stream().allMatch(each ->
                    each.step().expect().mustNotChange() || each.step().operation().method().equals("GET"));
        }

        private boolean prepare() {
            if (!offers.contains(Case.CONTROL)) {
                return true;
            }
            // A state says nothing of faults, and those of the last case must not outlive it.
            boolean ready = !faulty || control("resetState", null) != null;
            boolean seeded = !faulty && intact != null && intact == about.seed();
            faulty = !about.faults().isEmpty() || about.steps().stream().anyMatch(s -> OUTLASTING.contains(s.operation().id()));
            forgetSnapshots();
            if (ready && !seeded) {
                ready = about.seed() == null
                        ? control("resetState", null) != null : control("replaceState", about.seed()) != null;
            }
            if (ready && !about.faults().isEmpty()) {
                ArrayNode faults = Json.MAPPER.createArrayNode().addAll(about.faults());
                ready = control("replaceFaults", Json.object().set("faults", faults)) != null;
            }
            return ready;
        }

        /** Those of the last case; the case to come leaves its own to the next. */
        private void forgetSnapshots() {
            snapshots.forEach(name -> target.send(descriptions.operation("deleteSnapshot"),
                    RequestData.none().with(Map.of("snapshot_name", name), Map.of(), Map.of())));
            snapshots.clear();
            about.steps().stream().filter(step -> step.operation().id().equals("createSnapshot")
                            && step.expect().status() == 200)
                    .forEach(step -> snapshots.add(step.request().path().get("snapshot_name")));
        }

        /** Uses the control API; null, with a problem noted, when it does not do as asked. */
        private Exchange control(String operation, JsonNode body) {
            RequestData request = body == null ? RequestData.none() : RequestData.none().withBody(body, null);
            Exchange exchange = target.send(descriptions.operation(operation), request);
            others.add(exchange);
            check.problems(exchange).forEach(problem -> problems.add("preparing, " + operation + ": " + problem));
            if (!exchange.succeeded()) {
                problems.add("preparing, " + operation + " answered " + exchange.status() + ": " + exchange.answer());
                return null;
            }
            return exchange;
        }

        private JsonNode state() {
            Exchange exchange = control("showState", null);
            return exchange == null ? MissingNode.getInstance() : exchange.answerJson();
        }

        private List<String> play(Case.Step step) {
            Expectation expect = step.expect();
            JsonNode before = expect.mustNotChange() && offers.contains(Case.CONTROL) ? state() : null;
            Exchange exchange = target.send(step.operation(), step.request().fill(variables));
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
                String difference = Comparison.difference("state ", before, state());
                if (difference != null) {
                    found.add("the state changed: " + difference);
                }
            }
            expect.sent().forEach(has -> found.addAll(has(has, exchange.sentJson(), "request ")));
            if (!expect.state().isEmpty()) {
                JsonNode state = state();
                expect.state().forEach(has -> found.addAll(has(has, state, "state ")));
            }
            played.add(new CaseResult.Played(step, exchange, expected, found));
            return found;
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
}
