package dev.postern.conformance.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.CaseFile;
import dev.postern.conformance.derive.Constraint;
import dev.postern.conformance.derive.Constraints;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.description.Example;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.description.Parameter;
import dev.postern.conformance.run.CaseResult;
import dev.postern.conformance.run.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures, from the traffic of the cases that passed, what of the description has been shown. */
public final class Gate {

    private final Descriptions descriptions;
    private final Map<String, CaseFile> files;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> examples;
    private final Map<Operation, List<Seen>> traffic;

    /** An exchange of a case that passed. */
    private record Seen(Case about, Exchange exchange) {}

    private Gate(Descriptions descriptions, Map<String, CaseFile> files, Map<String, String> examples,
            Map<Operation, List<Seen>> traffic) {
        this.descriptions = descriptions;
        this.files = files;
        this.examples = examples;
        this.traffic = traffic;
    }

    /** Everything that is looked for, in the order of the description, seen or not. */
    public static List<Finding> judge(
            Descriptions descriptions, Map<String, CaseFile> files, List<CaseResult> results) {
        Gate all = new Gate(descriptions, files, new LinkedHashMap<>(), new LinkedHashMap<>());
        results.stream().filter(CaseResult::passed).forEach(all::learn);
        return descriptions.operations().parallelStream().flatMap(operation ->
                new Gate(descriptions, files, all.examples, all.traffic).judge(operation).stream()).toList();
    }

    private void learn(CaseResult result) {
        for (CaseResult.Played played : result.played()) {
            Case.Step step = played.step();
            String operation = step.operation().id();
            if (step.request().example() != null) {
                examples.putIfAbsent(descriptions.example(step.request().example(), operation).id(), result.about().id());
            }
            // An example that the case changes is no longer the one that is documented.
            if (step.expect().example() != null && step.expect().patch() == null) {
                examples.putIfAbsent(descriptions.example(step.expect().example(), operation).id(), result.about().id());
            }
            see(result.about(), played.exchange());
        }
        result.others().forEach(exchange -> see(result.about(), exchange));
    }

    private void see(Case about, Exchange exchange) {
        traffic.computeIfAbsent(exchange.operation(), operation -> new ArrayList<>()).add(new Seen(about, exchange));
    }

    private List<Finding> judge(Operation operation) {
        CaseFile file = files.getOrDefault(operation.id(), CaseFile.NONE);
        List<Seen> seen = traffic.getOrDefault(operation, List.of());
        for (Example example : operation.examples().values()) {
            add(Finding.What.EXAMPLE, operation, example.id().substring(operation.id().length() + 1),
                    examples.get(example.id()), excuse(file, example));
        }
        for (int status : operation.answers().keySet()) {
            String by = seen.stream().filter(s -> s.exchange.status() == status)
                    .map(s -> s.about.id()).findFirst().orElse(null);
            add(Finding.What.STATUS, operation, String.valueOf(status), by,
                    by == null ? excuse(operation, file, status) : null);
        }
        sentValues(operation, file, seen);
        receivedValues(operation, file, seen);
        bounds(operation, file, seen);
        return findings;
    }

    private static String excuse(CaseFile file, Example example) {
        return file.notReplayed().stream()
                .filter(n -> example.id().endsWith("/" + n.example()))
                .map(CaseFile.NotReplayed::reason).findFirst().orElse(null);
    }

    /** A status is excused with its examples. */
    private static String excuse(Operation operation, CaseFile file, int status) {
        List<Example> shown = operation.examples().values().stream().filter(e -> e.status() == status).toList();
        boolean all = !shown.isEmpty() && shown.stream().allMatch(e -> excuse(file, e) != null);
        return all ? excuse(file, shown.get(0)) : null;
    }

    /**
     * Values count when a case that someone wrote sent them and was not refused, or one found them again in an answer;
     * other derived cases follow the description.
     */
    private void sentValues(Operation operation, CaseFile file, List<Seen> seen) {
        List<Seen> written = seen.stream()
                .filter(s -> s.about.origin() != Case.Origin.DERIVED && s.exchange.succeeded()).toList();
        for (Parameter parameter : operation.parameters()) {
            for (JsonNode value : parameter.schema().path("enum")) {
                String by = written.stream()
                        .filter(s -> value.asText().equals(s.exchange.sent(parameter)))
                        .map(s -> s.about.id()).findFirst().orElse(null);
                add(Finding.What.SENT, operation, parameter.location() + " = " + value.asText(), by, null);
            }
        }
        if (operation.body() != null) {
            values(Finding.What.SENT, operation, Constraints.enums(operation.body(), ""), "body:", file, written, true);
        }
    }

    private void receivedValues(Operation operation, CaseFile file, List<Seen> seen) {
        operation.answers().forEach((status, schema) -> {
            if (schema != null && (file.answersLike() == null || status >= 300)) {
                values(Finding.What.RECEIVED, operation, Constraints.enums(schema, ""), status + ":", file,
                        seen.stream().filter(s -> s.exchange.status() == status).toList(), false);
            }
        });
    }

    private void values(Finding.What what, Operation operation, Map<String, JsonNode> enums, String prefix,
            CaseFile file, List<Seen> seen, boolean sent) {
        Map<String, Map<JsonNode, String>> found = new LinkedHashMap<>();
        for (Seen each : enums.isEmpty() ? List.<Seen>of() : seen) {
            JsonNode body = sent ? each.exchange.sentJson() : each.exchange.answerJson();
            enums.keySet().forEach(pointer -> Json.all(body, pointer).forEach(value ->
                    found.computeIfAbsent(pointer, p -> new LinkedHashMap<>()).putIfAbsent(value, each.about.id())));
        }
        enums.forEach((pointer, members) -> members.forEach(member -> {
            if (!member.isNull()) {
                String by = found.getOrDefault(pointer, Map.of()).get(member);
                add(what, operation, prefix + pointer + " = " + member.asText(), by,
                        by == null ? excuse(file, prefix + pointer, member) : null);
            }
        }));
    }

    /** Only a value that is named is excused; a place alone leaves its values to cases that someone writes. */
    private static String excuse(CaseFile file, String location, JsonNode value) {
        return file.derive().except().stream()
                .filter(e -> e.value() != null && e.covers(location, value))
                .map(CaseFile.Except::reason).findFirst().orElse(null);
    }

    private void bounds(Operation operation, CaseFile file, List<Seen> seen) {
        Map<Side, String> shown = new LinkedHashMap<>();
        for (Constraint rule : Constraints.of(operation)) {
            rule.sides().forEach(side -> shown.put(new Side(rule, side), null));
        }
        for (Seen each : seen) {
            JsonNode body = each.exchange.sentJson();
            shown.replaceAll((side, by) -> by != null ? by : side.shownBy(each.exchange, body) ? each.about.id() : null);
        }
        shown.forEach((side, by) -> {
            String excuse = file.derive().except().stream()
                    .filter(e -> e.covers(side.rule.location(), side.rule.keyword(), side.word()))
                    .map(CaseFile.Except::reason).findFirst().orElse(null);
            // What is excused may well be exercised by the way; that is no slip.
            add(Finding.What.BOUND, operation, side.rule.key() + ", " + side.word(), by, by == null ? excuse : null);
        });
    }

    /** One of the two ways in which a rule has to be exercised. */
    private record Side(Constraint rule, Constraint.Side side) {

        private String word() {
            return side.name().toLowerCase(Locale.ROOT);
        }

        private boolean shownBy(Exchange exchange, JsonNode body) {
            return answered(rule, side, exchange) && rule.exercised(side, exchange, body);
        }
    }

    /** A kept rule is not what a request is refused for, a broken one is. */
    private static boolean answered(Constraint rule, Constraint.Side side, Exchange exchange) {
        if (side == Constraint.Side.KEPT || rule.corrected() != null) {
            return exchange.status() != 400;
        }
        return exchange.status() == 400 || exchange.status() == 404;
    }

    private void add(Finding.What what, Operation operation, String name, String seen, String excused) {
        findings.add(new Finding(what, operation.id(), name, seen, excused));
    }
}
