package dev.postern.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.run.AnswerCheck;
import dev.postern.conformance.run.Exchange;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Clients that work on the same things at the same time, in rounds, and what is found after each round. */
final class Crowd implements AutoCloseable {

    private static final Descriptions DESCRIPTIONS = Descriptions.fromClasspath(Crowd.class.getClassLoader());
    private static final AnswerCheck CHECK = new AnswerCheck(DESCRIPTIONS);
    /** Successes are many and alike; refusals are all looked at. */
    private static final int EVERY = 20;

    private final Http http = new Http();
    private final Workload workload = new Workload();
    private final List<Random> randoms = new ArrayList<>();
    private final ExecutorService threads;
    private final Supplier<List<URI>> endpoints;
    private final boolean mayFail;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final AtomicLong slowest = new AtomicLong();
    private World world;
    private int answered;

    /**
     * @param endpoints the servers; clients take turns among them
     * @param mayFail whether an answer of 500 or more, or none at all, may come at all
     */
    Crowd(int clients, long seed, boolean mayFail, Supplier<List<URI>> endpoints) {
        Random random = new Random(seed);
        for (int i = 0; i < clients; i++) {
            randoms.add(new Random(random.nextLong()));
        }
        this.threads = Executors.newFixedThreadPool(clients);
        this.endpoints = endpoints;
        this.mayFail = mayFail;
    }

    /** Puts the state in place that everything begins with. */
    void begin() {
        http.order("PUT", endpoints.get().get(0), "/_postern/state", World.SEED, "Content-Type", "application/yaml");
        look(List.of());
    }

    /** Has every client send some requests at once. */
    List<Call> round(int requestsEach) {
        workload.begin(world);
        List<Callable<List<Call>>> turns = new ArrayList<>();
        for (int i = 0; i < randoms.size(); i++) {
            int client = i;
            turns.add(() -> turn(client, requestsEach));
        }
        List<Call> calls = new ArrayList<>();
        try {
            for (Future<List<Call>> turn : threads.invokeAll(turns)) {
                calls.addAll(turn.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a client failed: " + e.getCause(), e);
        }
        return calls;
    }

    private List<Call> turn(int client, int requests) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            Deed deed = workload.next(randoms.get(client));
            Call call = call(client, deed);
            calls.add(call);
            if (!call.isAnswered()) {
                break;
            }
        }
        return calls;
    }

    private Call call(int client, Deed deed) {
        List<URI> servers = endpoints.get();
        long start = System.nanoTime();
        if (servers.isEmpty()) {
            return Call.unanswered(client, deed, start);
        }
        Operation operation = DESCRIPTIONS.operation(deed.operation());
        try {
            Http.Answer answer = http.send(operation.method(), servers.get(client % servers.size()), deed.path(), deed.body());
            Call call = new Call(client, deed, start, System.nanoTime(), answer);
            check(operation, call);
            slowest.accumulateAndGet(call.end() - start, Math::max);
            if (answer.status() >= 500) {
                if (!mayFail || !List.of("APIC.9000", "APIG.9999").contains(call.refusal())) {
                    throw new AssertionError("a failure: " + call);
                }
                return Call.unanswered(client, deed, start);
            }
            if (call.refusal() == null) {
                workload.learn(call);
            }
            return call;
        } catch (IOException e) {
            if (!mayFail) {
                throw new AssertionError(deed + " is not answered", e);
            }
            return Call.unanswered(client, deed, start);
        }
    }

    /** Every refusal, and now and then a success, against the description of its operation. */
    private void check(Operation operation, Call call) {
        String refusal = call.refusal();
        synchronized (outcomes) {
            outcomes.merge(operation.id() + " " + call.answer().status() + (refusal == null ? "" : " " + refusal), 1, Integer::sum);
            if (refusal == null && answered++ % EVERY > 0) {
                return;
            }
        }
        Http.Answer answer = call.answer();
        List<String> problems = CHECK.problems(new Exchange(operation, operation.method(), call.deed().path(), Map.of(),
            Map.of(), Map.of(), call.deed().body(), null, answer.status(), answer.headers(), answer.text(), 0));
        if (!problems.isEmpty()) {
            throw new AssertionError("not as it is described: " + call + ": " + problems);
        }
    }

    /** Compares what is there now with what some clients were told; every server has to show the same. */
    void look(List<Call> calls) {
        World found = null;
        for (URI endpoint : endpoints.get()) {
            World shown = World.of(state(endpoint));
            if (found != null && !found.equals(shown)) {
                throw new AssertionError("servers disagree: " + found.difference(shown));
            }
            found = shown;
        }
        if (found == null) {
            throw new Http.Unanswered("there is no server", null);
        }
        List<String> problems = found.problems();
        if (!problems.isEmpty()) {
            throw new AssertionError(problems + "\nafter " + calls);
        }
        if (world != null) {
            History.problem(world, calls, found).ifPresent(problem -> {
                throw new AssertionError(problem);
            });
        }
        world = found;
    }

    /** The same, unless a server is killed before it shows what it has: false, and nothing is known. */
    boolean lookIfItLives(List<Call> calls) {
        try {
            look(calls);
            return true;
        } catch (Http.Unanswered e) {
            return false;
        }
    }

    /** Wants the lists to have what there is, and to count the bindings that there are. */
    void count() {
        for (Kind kind : List.of(Kind.THROTTLE, Kind.APP)) {
            for (URI endpoint : endpoints.get()) {
                JsonNode list = http.order("GET", endpoint, Deed.IN_GATEWAY + kind.segment + "?limit=100", null).json();
                boolean right = list.path("total").asLong() == world.all(kind).count();
                for (JsonNode each : list.path(kind.segment)) {
                    right &= each.path("bind_num").asLong(-1) == world.all(Kind.BINDING)
                        .filter(binding -> binding.name().equals(each.path("id").asText())).count();
                }
                if (!right) {
                    throw new AssertionError("the list " + list + " does not agree with " + world);
                }
            }
        }
    }

    private JsonNode state(URI endpoint) {
        return http.order("GET", endpoint, "/_postern/state", null).json();
    }

    /** How long the slowest answer took, in milliseconds. */
    long slowest() {
        return slowest.get() / 1_000_000;
    }

    /** How many requests were answered. */
    int answers() {
        synchronized (outcomes) {
            return outcomes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** How often each operation had each outcome. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
