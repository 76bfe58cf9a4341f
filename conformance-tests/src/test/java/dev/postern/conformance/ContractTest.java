package dev.postern.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.postern.conformance.run.CaseResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** The outcome of a run of the kit as tests: one for every case, by operation, and one for the gate. */
abstract class ContractTest {

    static Path report(String name) {
        return Path.of(System.getProperty("postern.report", "target/conformance")).resolve(name);
    }

    static Stream<DynamicNode> tests(Result result) {
        Map<String, List<DynamicTest>> byOperation = new LinkedHashMap<>();
        for (CaseResult each : result.cases()) {
            byOperation.computeIfAbsent(each.about().operation().id(), id -> new ArrayList<>())
                    .add(DynamicTest.dynamicTest(each.about().id(), () -> judge(each)));
        }
        List<DynamicNode> nodes = new ArrayList<>();
        byOperation.forEach((id, tests) -> nodes.add(DynamicContainer.dynamicContainer(id, tests)));
        nodes.add(DynamicTest.dynamicTest("gate", () -> {
            assertEquals("", String.join("\n", result.objections()));
            assumeTrue(result.complete(), "not every case ran, so the gate cannot tell what is missing");
        }));
        return nodes.stream();
    }

    private static void judge(CaseResult result) {
        assumeTrue(result.skipped() == null, () -> result.skipped());
        if (result.failed()) {
            fail(result.about().id() + "\n" + String.join("\n", result.problems()));
        }
    }
}
