package dev.postern.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.RequestData;
import dev.postern.conformance.compare.Comparison;
import dev.postern.conformance.description.Descriptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the server into the state that a case starts from, by the control API, and looks at it. */
final class Stage {

    /** What a state says nothing of, so that only a reset takes it back. */
    private static final Set<String> OUTLASTING = Set.of("replaceFaults", "setJournal");

    private final Target target;
    private final Descriptions descriptions;
    private final AnswerCheck check;
    private final boolean controlled;
    /** What takes back that of the last case which a state says nothing of; null where there is nothing. */
    private String cleanup = "resetState";
    /** The snapshots that the last case took; not even a reset takes them back. */
    private final Set<JsonNode> snapshots = new LinkedHashSet<>();
    /** The seed whose state the server is known to be in still; putting it there again is what takes longest. */
    private JsonNode intact;
    /** The seed that was sent last, as it was sent: some are large, and most are sent many times. */
    private JsonNode sent;
    private String text;
    /** The state as it was seen last; null once it may have changed. */
    private JsonNode known;
    /** An answer that was found right; the same one again is neither checked nor read again. */
    private Exchange checked;
    private JsonNode read;

    Stage(Target target, Descriptions descriptions, AnswerCheck check, boolean controlled) {
        this.target = target;
        this.descriptions = descriptions;
        this.check = check;
        this.controlled = controlled;
    }

    boolean controlled() {
        return controlled;
    }

    /** Whether all that a case asks for leaves the state as it was, so that a look at it afterwards tells of everything. */
    static boolean leavesAsItWas(Case about) {
        return about.faults().isEmpty() && !outlasting(about) && leavesAsItWas(about.steps());
    }

    static boolean leavesAsItWas(List<Case.Step> steps) {
        return steps.stream().allMatch(Stage::leavesAsItWas);
    }

    static boolean leavesAsItWas(Case.Step step) {
        return step.expect().mustNotChange() || step.operation().method().equals("GET");
    }

    private static boolean outlasting(Case about) {
        return about.steps().stream().anyMatch(step -> OUTLASTING.contains(step.operation().id()));
    }

    /** Whether the server is in the state that the case starts from. */
    boolean prepare(Case about, Around around) {
        if (!controlled) {
            return true;
        }
        // A state says nothing of faults, and those of the last case must not outlive it.
        boolean ready = cleanup == null || cleanUp(around);
        cleanup = outlasting(about) ? "resetState" : about.faults().isEmpty() ? null : "removeFaults";
        forgetSnapshots(about);
        if (ready && !seed(about).equals(intact)) {
            touched();
            ready = about.seed() == null ? reset(around) : control("replaceState", text(about.seed()), around);
            intact = ready ? seed(about) : null;
        }
        if (ready && !about.faults().isEmpty()) {
            ArrayNode faults = Json.MAPPER.createArrayNode().addAll(about.faults());
            ready = control("replaceFaults", Json.compact(Json.object().set("faults", faults)), around);
        }
        return ready;
    }

    /** What a case without a seed starts from is a state as well. */
    static JsonNode seed(Case about) {
        return about.seed() == null ? MissingNode.getInstance() : about.seed();
    }

    private String text(JsonNode seed) {
        if (!seed.equals(sent)) {
            sent = seed;
            text = Json.compact(seed);
        }
        return text;
    }

    /** Something was asked for that may have changed the state. */
    void touched() {
        intact = null;
        known = null;
    }

    private boolean reset(Around around) {
        touched();
        return control("resetState", null, around);
    }

    private boolean cleanUp(Around around) {
        return cleanup.equals("resetState") ? reset(around) : control(cleanup, null, around);
    }

    /** Those of the last case; the case to come leaves its own to the next. */
    private void forgetSnapshots(Case about) {
        snapshots.forEach(name -> target.send(descriptions.operation("deleteSnapshot"),
                RequestData.none().with(Map.of("snapshot_name", name), Map.of(), Map.of())));
        snapshots.clear();
        about.steps().stream().filter(step -> step.operation().id().equals("createSnapshot")
                        && step.expect().status() == 200)
                .forEach(step -> snapshots.add(step.request().path().get("snapshot_name")));
    }

    /** The state as it was seen last, if nothing can have changed it since. */
    JsonNode before(Around around) {
        return known == null ? look(around) : known;
    }

    /** How the state differs from what it was; null where it does not. */
    String difference(JsonNode before, Around around) {
        JsonNode after = look(around);
        return before.equals(after) ? null : Comparison.difference("state ", before, after);
    }

    JsonNode look(Around around) {
        known = null;
        Exchange exchange = target.send(descriptions.operation("showState"), RequestData.none());
        if (checked != null && checked.answeredLike(exchange)) {
            around.exchanges().add(checked);
            known = read;
            return known;
        }
        around.exchanges().add(exchange);
        checked = null;
        int problems = around.problems().size();
        if (!accepted(exchange, around)) {
            return MissingNode.getInstance();
        }
        checked = problems == around.problems().size() ? exchange : null;
        read = exchange.answerJson();
        known = read;
        return known;
    }

    /** Uses the control API; false, with a problem noted, when it does not do as asked. */
    private boolean control(String operation, String body, Around around) {
        return accepted(send(operation, body, around), around);
    }

    private Exchange send(String operation, String body, Around around) {
        RequestData request = body == null ? RequestData.none() : RequestData.none().withBody(null, body);
        Exchange exchange = target.send(descriptions.operation(operation), request);
        around.exchanges().add(exchange);
        return exchange;
    }

    private boolean accepted(Exchange exchange, Around around) {
        String operation = exchange.operation().id();
        check.problems(exchange).forEach(problem -> around.problems().add("preparing, " + operation + ": " + problem));
        if (!exchange.succeeded()) {
            around.problems().add("preparing, " + operation + " answered " + exchange.status() + ": " + exchange.answer());
        }
        return exchange.succeeded();
    }
}
