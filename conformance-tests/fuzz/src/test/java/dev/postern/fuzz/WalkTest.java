package dev.postern.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.RequestData;
import dev.postern.conformance.cases.Seeds;
import dev.postern.conformance.compare.Comparison;
import dev.postern.conformance.derive.Samples;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.description.Parameter;
import dev.postern.conformance.description.Schemas;
import dev.postern.conformance.run.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A walk at random through all operations, with ids from former answers, on one state that grows and shrinks. */
class WalkTest {

    private static final int STEPS = Effort.of(1_000, 10_000);
    /** After so many steps the gateway may be gone, and most of what is left to ask is answered with 404. */
    private static final int LEG = 250;
    private static final JsonNode SEED = new Seeds(WalkTest.class.getClassLoader()).get("everything");
    /** What nearly all requests are about. */
    private static final Map<String, String> MOSTLY = Map.of("project_id", SEED.at("/gateways/0/project_id").asText(),
            "instance_id", SEED.at("/gateways/0/id").asText());
    /** How much more may be held in the end: what is made once, caches of the libraries among it. */
    private static final long SLACK = 24L << 20;
    /**
     * What would end the walk, or change the state behind its back: everything is gone, failures are ordered, or time goes
     * on and finishes what was begun. They are only asked for wrongly.
     */
    private static final Set<String> ONLY_WRONGLY = Set.of("replaceState", "resetState", "restoreSnapshot", "replaceFaults", "setJournal",
            "setClock", "advanceClock", "resetClock", "replaceTransitionTimes");

    private final Random random = Effort.random(WalkTest.class);
    private final Pool pool = new Pool(random);
    private final Values values = new Values(random, pool);
    private final List<Operation> operations = new ArrayList<>(Server.DESCRIPTIONS.operations());
    private final List<String> problems = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void nothingBreaksAndWhatIsRefusedChangesNothing() {
        try (Server server = new Server("postern.gateways-per-project", "50")) {
            walk(server, Math.min(STEPS, 1_000));
            long held = held(server);
            walk(server, STEPS - Math.min(STEPS, 1_000));
            long grown = held(server) - held;
            System.out.println("WalkTest: " + STEPS + " requests, answered with " + statuses + "; " + (held >> 20) + " MB held after the first 1000, "
                    + (grown >> 10) + " KB more in the end");
            assertTrue(problems.isEmpty(), () -> problems.size() + " problems:\n" + String.join("\n", problems.subList(0, Math.min(20, problems.size()))));
            assertTrue(grown < SLACK, () -> "the server holds " + (grown >> 20) + " MB more than before");
        }
    }

    private void walk(Server server, int steps) {
        String before = null;
        for (int i = 0; i < steps; i++) {
            if (i % LEG == 0) {
                server.put(SEED);
                pool.learn(SEED, "");
                before = server.state();
            }
            Operation operation = operations.get(random.nextInt(operations.size()));
            boolean wrong = random.nextInt(5) < 2;
            if (!wrong && ONLY_WRONGLY.contains(operation.id())) {
                continue;
            }
            RequestData request = wrong ? mutated(operation, request(operation)) : request(operation);
            Exchange exchange = server.send(operation, request);
            statuses.merge(exchange.status(), 1, Integer::sum);
            String step = "step " + i + ": ";
            Judge.problems(exchange).forEach(problem -> problems.add(step + problem + "\n      " + Judge.told(exchange)));
            pool.learn(exchange.answerJson(), operation.family());
            if (exchange.succeeded() && ONLY_WRONGLY.contains(operation.id())) {
                // What was wrong with it is passed over, a parameter that nobody knows.
                server.order("resetState", null);
                server.put(SEED);
                before = server.state();
                continue;
            }
            String after = exchange.method().equals("GET") && random.nextInt(10) > 0 ? before : server.state();
            if (!exchange.succeeded() && !after.equals(before)) {
                problems.add(step + Comparison.difference("the state changed: ", Json.parseYaml(before), Json.parseYaml(after))
                        + "\n      " + Judge.told(exchange));
            }
            before = after;
        }
    }

    /** A request that the description allows, most of the time one that the kit has, changed in places. */
    private RequestData request(Operation operation) {
        List<Case> bases = Bases.of(operation);
        RequestData base = bases.isEmpty() ? RequestData.none() : bases.get(random.nextInt(bases.size())).first().request();
        RequestData request = new RequestData(Map.of(), Map.of(), base.headers(), null, null, body(operation, base), null, null, null, null);
        for (Parameter parameter : operation.parameters()) {
            boolean header = parameter.in().equals("header");
            if (parameter.required() && !(header && base.headers().containsKey(parameter.name())) || !header && random.nextInt(4) == 0) {
                request = Attempt.with(request, parameter, parameter(parameter));
            }
        }
        return request;
    }

    private String parameter(Parameter parameter) {
        if (MOSTLY.containsKey(parameter.name()) && random.nextInt(20) > 0) {
            return MOSTLY.get(parameter.name());
        }
        String text = parameter.schema().path("type").asText().equals("string") && !parameter.schema().has("enum")
                ? values.text(parameter.name(), parameter.schema()) : values.of(parameter.name(), parameter.schema()).asText();
        // A path has no empty segments.
        return parameter.in().equals("path") && (text.isBlank() || text.matches("\\.+")) ? "x" : text;
    }

    private JsonNode body(Operation operation, RequestData base) {
        JsonNode present = base.tree(Server.DESCRIPTIONS, operation);
        if (operation.body() == null) {
            return null;
        }
        if (present == null || present.isMissingNode() || random.nextInt(4) == 0) {
            return values.of("", operation.body());
        }
        JsonNode changed = present.deepCopy();
        for (Map.Entry<String, JsonNode> place : Schemas.locations(operation.body()).entrySet()) {
            String name = place.getKey().replaceAll("/\\*$", "").replaceAll(".*/", "");
            boolean refers = name.endsWith("id") || name.endsWith("ids") || name.equals("name");
            String pointer = Samples.concrete(changed, place.getKey());
            if (!place.getValue().path("type").asText().matches("object|array") && !Json.at(changed, pointer).isMissingNode()
                    && random.nextInt(10) < (refers ? 9 : 1)) {
                changed = Json.with(changed, pointer, values.of(name, place.getValue()));
            }
        }
        return changed;
    }

    /** The same with something that should not be there. */
    private RequestData mutated(Operation operation, RequestData request) {
        List<Parameter> parameters = operation.parameters();
        if (operation.body() != null && random.nextInt(3) > 0) {
            String whole = request.body() == null ? "{}" : Json.compact(request.body());
            return switch (random.nextInt(8)) {
                case 0 -> request.withBody(null, whole.substring(0, random.nextInt(whole.length())));
                case 1 -> request.withBody(null, whole + whole);
                case 2 -> request.withBody(null, whole.replaceFirst("\"([a-z_]+)\":", "\"$1\":null,\"$1\":"));
                case 3 -> new RequestData(request.path(), request.query(), request.headers(), null, null, request.body(), null, "text/html", null, null);
                default -> {
                    List<String> places = new ArrayList<>(Schemas.locations(operation.body()).keySet());
                    yield request.withBody(null, Attempt.with(operation, request.body(), places.get(random.nextInt(places.size())),
                            Hostile.JSON.get(random.nextInt(Hostile.JSON.size()))));
                }
            };
        }
        if (random.nextInt(4) > 0 && !parameters.isEmpty()) {
            Parameter parameter = parameters.get(random.nextInt(parameters.size()));
            List<String> texts = Hostile.TEXTS.stream().filter(text -> Attempt.sendable(parameter, text)).toList();
            return Attempt.with(request, parameter, texts.get(random.nextInt(texts.size())));
        }
        Map<String, JsonNode> query = new LinkedHashMap<>(request.query());
        query.put(Hostile.INJECTIONS.get(random.nextInt(Hostile.INJECTIONS.size())), TextNode.valueOf("x"));
        return new RequestData(request.path(), query, request.headers(), random.nextBoolean() ? RequestData.NO_TOKEN : null, null, request.body(),
                null, null, null, null);
    }

    /** What the server still holds when its state is gone. */
    private static long held(Server server) {
        server.order("resetState", null);
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
