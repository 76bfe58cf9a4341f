package dev.postern.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.conformance.cases.CaseFile;
import dev.postern.conformance.cases.CaseLoader;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.description.Operation;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * {@code docs/coverage.md} is what the description, the server, the contract kit and the cases of the SDK make of it;
 * {@code -Dpostern.coverage=write} writes it anew.
 */
class CoverageTest {

    private static final Map<String, String> TITLES = Map.of("apig", "API Gateway", "secmaster", "SecMaster",
        "iam", "IAM");

    @Test
    void thePageIsUpToDate() throws IOException, InterruptedException {
        Path page = Path.of(System.getProperty("basedir", "."), "../../docs/coverage.md");
        String text = page();
        if ("write".equals(System.getProperty("postern.coverage"))) {
            Files.writeString(page, text);
        }
        assertEquals(text, Files.readString(page), "run the test with -Dpostern.coverage=write");
    }

    private static String page() throws IOException, InterruptedException {
        Descriptions descriptions = Descriptions.fromClasspath(CoverageTest.class.getClassLoader());
        Map<String, CaseFile> files = new CaseLoader(descriptions, CoverageTest.class.getClassLoader()).files();
        Set<String> served = served();
        Set<String> driven = SdkCases.all().stream().map(SdkCase::operation).collect(Collectors.toSet());
        Map<String, Map<String, List<Operation>>> families = new TreeMap<>();
        descriptions.operations().stream().filter(operation -> TITLES.containsKey(operation.api()))
            .forEach(operation -> families.computeIfAbsent(operation.api(), api -> new TreeMap<>())
                .merge(operation.family(), List.of(operation), CoverageTest::joined));
        StringBuilder text = new StringBuilder("""
            # What is covered

            Every operation of the vendor's that is described: whether the server serves it, how many of its documented examples the
            contract kit replays, and whether the vendor's SDK for Java has a case. Made by the build; an example that
            cannot be replayed has its reason in the file of its cases.
            """);
        families.forEach((api, byFamily) -> {
            text.append("\n## ").append(TITLES.get(api)).append("\n");
            byFamily.forEach((family, operations) -> {
                text.append("\n### ").append(family).append("\n\n")
                    .append("| operation | | served | examples replayed | SDK |\n| --- | --- | --- | --- | --- |\n");
                operations.forEach(operation -> {
                    int examples = operation.examples().size();
                    int left = files.getOrDefault(operation.id(), CaseFile.NONE).notReplayed().size();
                    text.append("| ").append(operation.id()).append(" | ").append(operation.summary()).append(" | ")
                        .append(served.contains(operation.id()) ? "yes" : "**no**").append(" | ")
                        .append(examples - left).append(" of ").append(examples).append(" | ")
                        .append(driven.contains(operation.id()) ? "yes" : "no").append(" |\n");
                });
            });
        });
        return text.toString();
    }

    private static List<Operation> joined(List<Operation> some, List<Operation> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** What the server itself says. */
    private static Set<String> served() throws IOException, InterruptedException {
        Set<String> served = new HashSet<>();
        try (TestedServer server = new TestedServer("open")) {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(server.url() + "/_postern/operations")).build(),
                HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
            JsonNode families = new ObjectMapper().readTree(answer.body()).get("families");
            families.forEach(family -> family.get("operations").forEach(operation -> {
                if (operation.get("served").asBoolean()) {
                    served.add(operation.get("operation").asText());
                }
            }));
        }
        return served;
    }
}
