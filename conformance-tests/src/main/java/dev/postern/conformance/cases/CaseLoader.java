package dev.postern.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.Variables;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.description.Example;
import dev.postern.conformance.description.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the case files and makes cases of them that are ready to run. */
public final class CaseLoader {

    private static final Set<String> BODIES = Set.of("example", "body", "text");

    private final Descriptions descriptions;
    private final ClassLoader loader;
    private final Seeds seeds;
    private final Map<Seed, JsonNode> states = new HashMap<>();
    private final Map<String, CaseFile> files = new LinkedHashMap<>();

    public CaseLoader(Descriptions descriptions, ClassLoader loader) {
        this.descriptions = descriptions;
        this.loader = loader;
        this.seeds = new Seeds(loader);
        for (Operation operation : descriptions.operations()) {
            JsonNode tree = Json.resource(loader, place(operation));
            if (tree != null) {
                CaseFile file = Json.bind(tree, CaseFile.class, place(operation));
                if (!operation.id().equals(file.operation())) {
                    throw new IllegalArgumentException(place(operation) + " is about " + file.operation());
                }
                files.put(operation.id(), file);
            }
        }
        files.values().forEach(this::requireTheSameAnswer);
    }

    private void requireTheSameAnswer(CaseFile file) {
        if (file.answersLike() != null) {
            CaseFile other = files.getOrDefault(file.answersLike(), CaseFile.NONE);
            JsonNode answer = descriptions.operation(file.operation()).success();
            if (other.operation() == null || other.answersLike() != null || answer == null
                    || !answer.equals(descriptions.operation(other.operation()).success())) {
                throw new IllegalArgumentException(file.operation() + " does not answer like " + file.answersLike()
                        + ": that has to have cases of its own and a 2xx answer of the very same schema");
            }
        }
    }

    private static String place(Operation operation) {
        return "cases/" + operation.family() + "/" + operation.id() + ".yaml";
    }

    /** The case files by operation. */
    public Map<String, CaseFile> files() {
        return files;
    }

    /** All cases that files name, in the order of the operations. */
    public List<Case> load() {
        JsonNode common = Json.resource(loader, "cases/common.yaml");
        List<Case> cases = new ArrayList<>();
        for (Operation operation : descriptions.operations()) {
            CaseFile file = files.get(operation.id());
            if (file == null) {
                continue;
            }
            List<Case> own = new ArrayList<>();
            for (JsonNode written : file.cases()) {
                own.addAll(expand(operation, merge(file.base(), written), Case.Origin.WRITTEN));
            }
            for (JsonNode template : common == null ? List.<JsonNode>of() : common) {
                own.addAll(fromTemplate(operation, file, template, own));
            }
            requireDistinctNames(own);
            cases.addAll(own);
        }
        return cases;
    }

    /** A template holds for every operation that documents its example and has no case of its own for it. */
    private List<Case> fromTemplate(Operation operation, CaseFile file, JsonNode template, List<Case> own) {
        String name = template.path("for_example").textValue();
        Example example = operation.examples().get(operation.id() + "/" + name);
        boolean hasOwn = own.stream().anyMatch(c -> c.steps().stream()
                .anyMatch(s -> example != null && s.operation().equals(operation)
                        && s.expect().example() != null
                        && descriptions.example(s.expect().example(), operation.id()) == example));
        boolean declared = file.notReplayed().stream().anyMatch(n -> n.example().equals(name));
        if (example == null || hasOwn || declared) {
            return List.of();
        }
        Variables variables = new Variables();
        variables.set("operation", TextNode.valueOf(operation.id()));
        ObjectNode written = template.deepCopy();
        written.remove("for_example");
        return expand(operation, merge(file.base(), variables.fill(written)), Case.Origin.COMMON);
    }

    private List<Case> expand(Operation operation, JsonNode written, Case.Origin origin) {
        List<Case> cases = new ArrayList<>();
        for (Variables row : rows(written.path("each"), operation, written.path("name").asText())) {
            CaseFile.Written data = Json.bind(included(row.fill(written), operation), CaseFile.Written.class,
                    place(operation) + ", case " + written.path("name").asText());
            cases.add(build(operation, data, origin));
        }
        return cases;
    }

    /** The lists of a matrix run side by side: the first values make the first case, and so on. */
    private static List<Variables> rows(JsonNode each, Operation operation, String name) {
        if (each.isMissingNode() || each.isNull()) {
            return List.of(new Variables());
        }
        List<Variables> rows = new ArrayList<>();
        each.fields().forEachRemaining(column -> {
            if (rows.isEmpty()) {
                column.getValue().forEach(value -> rows.add(new Variables()));
            }
            if (rows.size() != column.getValue().size()) {
                throw new IllegalArgumentException(operation + ": the lists in each of " + name + " differ in length");
            }
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).set(column.getKey(), column.getValue().get(i));
            }
        });
        return rows;
    }

    private Case build(Operation operation, CaseFile.Written data, Case.Origin origin) {
        if (data.name() == null || data.expect() == null || data.expect().status() == null) {
            throw new IllegalArgumentException(place(operation) + ": a case needs a name and expect.status: " + data);
        }
        RequestData request = data.request() == null ? RequestData.none() : data.request();
        List<Case.Step> steps = new ArrayList<>();
        steps.add(new Case.Step(operation, null, request, data.expect()));
        for (CaseFile.Then then : data.then() == null ? List.<CaseFile.Then>of() : data.then()) {
            steps.add(follow(operation, request, then));
        }
        steps.forEach(step -> requireSubstance(step, data.name()));
        Set<String> needs = new LinkedHashSet<>(data.needs() == null ? List.of() : data.needs());
        boolean asksForState = steps.stream().anyMatch(s ->
                !s.expect().state().isEmpty() || s.operation().api().equals("postern"));
        if (data.seed() == null) {
            throw new IllegalArgumentException(place(operation) + ": case " + data.name()
                    + " needs a seed; \"any\" is for a case that holds whatever the server contains");
        }
        if (!data.seed().any() || data.faults() != null || asksForState) {
            needs.add(Case.CONTROL);
        }
        return new Case(operation, data.name(), data.why(), origin, needs, seed(data.seed()),
                data.faults() == null ? List.of() : data.faults(), steps);
    }

    /** A case that expects a status and nothing of the body would pass whatever the body says. */
    private void requireSubstance(Case.Step step, String name) {
        Expectation expect = step.expect();
        for (String example : new String[] {expect.example(), step.request().example()}) {
            if (example != null) {
                descriptions.example(example, step.operation().id());
            }
        }
        boolean hasBody = step.operation().answers().get(expect.status()) != null;
        boolean compares = expect.example() != null || expect.body() != null || expect.mustEqualFirst()
                || !expect.generated().isEmpty() || !expect.has().isEmpty();
        if (hasBody && !compares) {
            throw new IllegalArgumentException(place(step.operation()) + ": case " + name
                    + " expects nothing of the body of " + step.operation() + " " + expect.status());
        }
    }

    private Case.Step follow(Operation operation, RequestData first, CaseFile.Then then) {
        Operation next = then.operation() == null ? operation : descriptions.operation(then.operation());
        RequestData request = then.request() == null ? RequestData.none() : then.request();
        Map<String, JsonNode> path = new LinkedHashMap<>(first.path());
        path.putAll(request.path());
        Map<String, JsonNode> headers = new LinkedHashMap<>(request.headers());
        if (next.equals(operation)) {
            first.headers().forEach(headers::putIfAbsent);
        }
        return new Case.Step(next, then.name(), request.with(path, request.query(), headers), then.expect());
    }

    /** The state that a seed stands for, the same tree each time; null for any. */
    public JsonNode seed(Seed seed) {
        return seed.any() ? null : states.computeIfAbsent(seed, each -> each.apply(seeds.get(each.name())));
    }

    /** The tree with {@code $seed: name} and {@code $example: id} replaced by what they name. */
    private JsonNode included(JsonNode tree, Operation operation) {
        if (tree.isObject() && tree.size() == 1) {
            if (tree.has(Seeds.INCLUDED)) {
                return seeds.included(tree.path(Seeds.INCLUDED).textValue());
            }
            if (tree.has("$example")) {
                return descriptions.example(tree.path("$example").textValue(), operation.id()).value();
            }
        }
        if (tree.isObject()) {
            ObjectNode copy = Json.object();
            tree.fields().forEachRemaining(e -> copy.set(e.getKey(), included(e.getValue(), operation)));
            return copy;
        }
        if (tree.isArray()) {
            ArrayNode copy = Json.MAPPER.createArrayNode();
            tree.forEach(element -> copy.add(included(element, operation)));
            return copy;
        }
        return tree;
    }

    /** What the case says goes before what its file's base says; a body of its own replaces the base's. */
    private static JsonNode merge(JsonNode base, JsonNode written) {
        if (base == null || base.isNull()) {
            return written;
        }
        ObjectNode merged = base.deepCopy();
        JsonNode ownRequest = written.path("request");
        if (merged.get("request") instanceof ObjectNode request
                && BODIES.stream().anyMatch(ownRequest::has)) {
            BODIES.forEach(request::remove);
            request.remove("patch");
        }
        return overlay(merged, written);
    }

    private static JsonNode overlay(JsonNode under, JsonNode over) {
        if (!(under instanceof ObjectNode) || !over.isObject()) {
            return over;
        }
        ObjectNode merged = under.deepCopy();
        over.fields().forEachRemaining(entry -> {
            if (entry.getValue().isNull()) {
                merged.remove(entry.getKey());
            } else if (entry.getKey().equals("body")) {
                merged.set(entry.getKey(), entry.getValue());
            } else if (entry.getKey().equals("seed")) {
                merged.set("seed", seedOver(merged.path("seed"), entry.getValue()));
            } else {
                merged.set(entry.getKey(), merged.has(entry.getKey())
                        ? overlay(merged.get(entry.getKey()), entry.getValue()) : entry.getValue());
            }
        });
        return merged;
    }

    /** A seed without a name of its own changes that of the base. */
    private static JsonNode seedOver(JsonNode base, JsonNode seed) {
        JsonNode name = base.isObject() ? base.path("name") : base;
        return seed.isObject() && !seed.has("name") && name.isTextual()
                ? ((ObjectNode) seed.deepCopy()).set("name", name) : seed;
    }

    private static void requireDistinctNames(List<Case> cases) {
        Set<String> names = new LinkedHashSet<>();
        for (Case each : cases) {
            if (!names.add(each.id())) {
                throw new IllegalArgumentException("two cases are called \"" + each.id() + "\"");
            }
        }
    }
}
