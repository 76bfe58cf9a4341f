package dev.postern.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.postern.conformance.cases.Case;
import dev.postern.conformance.run.Exchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One bad value at a time, in every parameter and field of every operation, inside of a request that else succeeds. */
class BadValuesTest {

    private static final int PER_OPERATION = Effort.of(4, 300);

    private static Server server;
    private static Random random;

    @BeforeAll
    static void start() {
        server = new Server();
        random = Effort.random(BadValuesTest.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> everyOperationRefusesThemAndChangesNothing() {
        return Bases.all().values().stream()
                .map(base -> DynamicTest.dynamicTest(base.operation().id(), () -> tryAll(base)));
    }

    private static void tryAll(Case base) {
        List<Attempt> attempts = Attempt.all(base);
        Collections.shuffle(attempts, random);
        String before = seeded(base);
        List<String> problems = new ArrayList<>();
        for (Attempt attempt : attempts.subList(0, Math.min(PER_OPERATION, attempts.size()))) {
            Exchange exchange = server.send(base.operation(), attempt.request().get());
            List<String> found = new ArrayList<>(Judge.problems(exchange));
            if (exchange.succeeded()) {
                if (attempt.forbidden().getAsBoolean()) {
                    found.add("is taken, though the description forbids it");
                }
                before = exchange.method().equals("GET") ? before : seeded(base);
            } else if (!exchange.method().equals("GET") && !server.state().equals(before)) {
                found.add("changed the state, though it was refused");
                before = seeded(base);
            }
            found.forEach(problem -> problems.add(attempt.name() + ": " + problem + "\n      " + Judge.told(exchange)));
        }
        if (!problems.isEmpty()) {
            fail(problems.size() + " problems, " + String.join("\n", problems.subList(0, Math.min(12, problems.size()))));
        }
        assertEquals(before, server.state(), "reading changed the state");
    }

    /** The state after it was put there, with nothing left of what a former request ordered. */
    private static String seeded(Case base) {
        if (base.seed() == null || base.operation().api().equals("postern")) {
            server.order("resetState", null);
        }
        if (base.seed() != null) {
            server.put(base.seed());
        }
        return server.state();
    }
}
