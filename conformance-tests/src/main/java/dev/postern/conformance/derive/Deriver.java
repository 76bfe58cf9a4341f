package dev.postern.conformance.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.CaseFile;
import dev.postern.conformance.cases.CaseLoader;
import dev.postern.conformance.cases.Expectation;
import dev.postern.conformance.cases.Patch;
import dev.postern.conformance.cases.RequestData;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.description.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Derives cases from the schemas, each a change of an operation's base case: its bounds, and the enum values it shows. */
public final class Deriver {

    private static final int NO_SUCH_STATUS = 0;

    private final Descriptions descriptions;
    private final CaseLoader loader;

    public Deriver(Descriptions descriptions, CaseLoader loader) {
        this.descriptions = descriptions;
        this.loader = loader;
    }

    /** The cases of all operations that have one to start from. */
    public List<Case> derive(List<Case> written) {
        List<Case> derived = new ArrayList<>();
        loader.files().forEach((id, file) -> {
            Operation operation = descriptions.operation(id);
            for (CaseFile.Shown shown : file.derive().shown()) {
                String name = shown.base() == null ? file.derive().base() : shown.base();
                derived.addAll(new ShownValues(descriptions, file.derive(), shown, base(operation, name, written)).cases());
            }
            Case base = base(operation, file.derive().base(), written);
            if (base != null) {
                for (Constraint constraint : Constraints.of(operation)) {
                    derived.addAll(new From(base, file.derive(), constraint).cases());
                }
            }
        });
        return derived;
    }

    /** The case to start from: the one of that name, or the first that succeeds; null where there is none. */
    public static Case base(Operation operation, String name, List<Case> written) {
        return written.stream()
                .filter(c -> c.operation().equals(operation))
                .filter(c -> name == null ? c.first().expect().status() / 100 == 2 : c.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The cases that come from one rule and one base case. */
    private final class From {
        private final Case base;
        private final CaseFile.Derive derive;
        private final Constraint rule;
        private final CaseFile.With with;

        private From(Case base, CaseFile.Derive derive, Constraint rule) {
            this.base = base;
            this.derive = derive;
            this.rule = rule;
            this.with = derive.with().stream()
                    .filter(w -> w.covers(rule.location(), rule.keyword())).findFirst().orElse(null);
        }

        private List<Case> cases() {
            List<Case> cases = new ArrayList<>();
            switch (rule.keyword()) {
                case "json" -> malformed(cases);
                case "unknown" -> unknown(cases);
                case "default" -> {
                    if (!excepted(Constraint.Side.KEPT)) {
                        cases.add(alike(query(MissingNode.getInstance()), query(rule.bound()), "left out means " + rule.bound()));
                    }
                }
                default -> varied(cases);
            }
            return cases;
        }

        private boolean excepted(Constraint.Side side) {
            return derive.except().stream().anyMatch(e -> e.covers(rule.location(), rule.keyword(), side.name().toLowerCase(Locale.ROOT)));
        }

        private void varied(List<Case> cases) {
            JsonNode body = body();
            String pointer = rule.inBody() ? Samples.concrete(body, rule.pointer()) : null;
            JsonNode present = rule.inBody() ? Json.at(body, pointer) : MissingNode.getInstance();
            for (Variation variation : Variation.of(rule, present, with)) {
                if (excepted(variation.side())) {
                    continue;
                }
                JsonNode becomes = variation.side() == Constraint.Side.BROKEN ? rule.corrected() : null;
                if (becomes != null) {
                    cases.add(alike(query(variation.value()), query(becomes), variation.label() + " counts as " + becomes));
                } else {
                    cases.add(single(variation, body, pointer));
                }
            }
        }

        private Case single(Variation variation, JsonNode body, String pointer) {
            RequestData request = rule.inBody()
                    ? request(Json.with(Samples.wayTo(body, base.operation().body(), pointer), pointer, variation.value()))
                    : parameter(variation.value());
            boolean kept = variation.side() == Constraint.Side.KEPT;
            return one(variation.label(), request, kept ? accepted() : refused(pointer));
        }

        /** A body that is not JSON, and where one has to be there, none. */
        private void malformed(List<Case> cases) {
            if (!excepted(Constraint.Side.BROKEN)) {
                RequestData request = base.first().request().withBody(null, "{\"broken\": ");
                cases.add(one("cut off", request, Refusal.of(rule, null, "body")));
            }
        }

        private void unknown(List<Case> cases) {
            if (excepted(Constraint.Side.BROKEN)) {
                return;
            }
            JsonNode body = body();
            String pointer = Samples.concrete(body, rule.pointer()) + "/x_postern_unknown";
            RequestData request = request(Json.with(Samples.wayTo(body, base.operation().body(), pointer), pointer,
                    TextNode.valueOf("ignored")));
            cases.add(one("x_postern_unknown", request, refused(pointer)));
        }

        private JsonNode body() {
            JsonNode body = base.first().request().tree(descriptions, base.operation());
            body = body == null || body.isNull() ? Json.object() : body;
            return with == null ? body : Patch.apply(body, with.patch());
        }

        private RequestData request(JsonNode body) {
            return base.first().request().withBody(body, null);
        }

        private RequestData parameter(JsonNode value) {
            RequestData request = base.first().request();
            Parameter parameter = rule.parameter();
            return switch (parameter.in()) {
                case "path" -> request.with(changed(request.path(), value), request.query(), request.headers());
                case "query" -> request.with(request.path(), changed(request.query(), value), request.headers());
                default -> request.with(request.path(), request.query(), changed(request.headers(), value));
            };
        }

        private RequestData query(JsonNode value) {
            RequestData request = base.first().request();
            return request.with(request.path(), changed(request.query(), value), request.headers());
        }

        private Map<String, JsonNode> changed(Map<String, JsonNode> values, JsonNode value) {
            Map<String, JsonNode> changed = new LinkedHashMap<>(values);
            if (value.isMissingNode()) {
                changed.remove(rule.parameter().name());
            } else {
                changed.put(rule.parameter().name(), value);
            }
            return changed;
        }

        private Expectation accepted() {
            int status = with != null && with.status() != null ? with.status() : base.first().expect().status();
            // An id at the edge of its rule is well formed, yet it names nothing.
            boolean idInPath = !rule.inBody() && rule.parameter().in().equals("path");
            return Expectation.status(idInPath && (with == null || with.status() == null) ? NO_SUCH_STATUS : status);
        }

        private Expectation refused(String pointer) {
            String violation = rule.inBody()
                    ? rule.schema().path("x-postern-violation").asText(null) : rule.parameter().violation();
            String name = rule.inBody() ? Samples.name(pointer) : rule.parameter().reportedAs();
            return Refusal.of(rule, violation, name);
        }

        private Case one(String label, RequestData request, Expectation expect) {
            List<Case.Step> steps = new ArrayList<>();
            steps.add(new Case.Step(base.operation(), null, request, expect.status() == NO_SUCH_STATUS
                    ? Expectation.refusal(404) : expect));
            return build(label, seed(), steps);
        }

        /** Two requests that have to be answered alike. */
        private Case alike(RequestData first, RequestData second, String label) {
            Expectation same = new Expectation(base.first().expect().status(), null, null, null, null, null, null, true, null, null, null, null);
            JsonNode seed = derive.clampSeed() == null ? base.seed() : loader.seed(derive.clampSeed());
            return build(label, seed, List.of(
                    new Case.Step(base.operation(), null, first, Expectation.status(base.first().expect().status())),
                    new Case.Step(base.operation(), "the same, spelt out", second, same)));
        }

        private boolean refersToResources() {
            return base.operation().api().equals("postern") || base.operation().parameters().stream()
                    .anyMatch(p -> p.in().equals("path") && !p.name().equals("project_id"));
        }

        private JsonNode seed() {
            return with == null || with.seed() == null ? base.seed() : Patch.apply(base.seed(), with.seed());
        }

        private Case build(String label, JsonNode seed, List<Case.Step> steps) {
            Set<String> needs = new LinkedHashSet<>(base.needs());
            if (steps.get(0).expect().status() == 400 && !refersToResources()) {
                // What is refused for its form alone is refused whatever the server holds.
                needs.remove(Case.CONTROL);
            }
            return new Case(base.operation(), rule.key() + " ← " + label, null, Case.Origin.DERIVED, needs, seed,
                    base.faults(), steps);
        }
    }
}
