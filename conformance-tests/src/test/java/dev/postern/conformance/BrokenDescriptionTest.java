package dev.postern.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.CaseLoader;
import dev.postern.conformance.compare.Shapes;
import dev.postern.conformance.description.Description;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.description.Example;
import dev.postern.conformance.gate.Gate;
import dev.postern.conformance.gate.Finding;
import dev.postern.conformance.run.AnswerCheck;
import dev.postern.conformance.run.CaseResult;
import dev.postern.conformance.run.Runner;
import dev.postern.conformance.run.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Breaks the real description in every place that matters and wants a case to fail each time; it
 * takes minutes and says something about the cases, not the server, so it runs with -Dpostern.break=true.
 */
@EnabledIfSystemProperty(named = "postern.break", matches = "true")
class BrokenDescriptionTest {

    private static final ClassLoader LOADER = BrokenDescriptionTest.class.getClassLoader();
    private static final Descriptions DESCRIBED = Descriptions.fromClasspath(LOADER);

    private static InProcess server;

    @BeforeAll
    static void start() {
        server = new InProcess("jdbc:h2:mem:broken");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void noValueOfAnExampleCanBeChangedUnnoticed() {
        AnswerCheck check = new AnswerCheck(DESCRIBED);
        List<String> unnoticed = new ArrayList<>();
        for (Example example : DESCRIBED.examples()) {
            Description description = DESCRIBED.operation(example.operation()).description();
            JsonNode tree = Json.parseYaml(description.text());
            String place = place(tree, example);
            for (String leaf : leaves(example.value(), "", new ArrayList<>())) {
                Descriptions broken = broken(description,
                        Json.with(tree, place + leaf, changed(Json.at(tree, place + leaf))));
                if (!fails(broken, check, example.id())) {
                    unnoticed.add(example.id() + " " + leaf);
                }
            }
        }
        unnoticed.removeIf(name -> name.contains("/500-internal-error") && name.matches("(show|replace|reset|list)(State|Faults)/.*"));
        assertEquals(List.of(), unnoticed);
    }

    @Test
    void noEnumValueCanBeAddedUnnoticed() {
        List<CaseResult> results = new Conformance().run(
                new Options(server.endpoint(), Options.EVERYTHING, "broken", null)).cases();
        List<String> unnoticed = new ArrayList<>();
        for (Description description : DESCRIBED.all()) {
            JsonNode tree = Json.parseYaml(description.text());
            tree.at("/components/schemas").fields().forEachRemaining(schema -> {
                if (schema.getValue().has("enum")) {
                    ArrayNode members = schema.getValue().path("enum").deepCopy();
                    members.add(members.get(0).isTextual()
                            ? JsonNodeFactory.instance.textNode("NEW") : JsonNodeFactory.instance.numberNode(4711));
                    Descriptions broken = broken(description,
                            Json.with(tree, "/components/schemas/" + schema.getKey() + "/enum", members));
                    if (Gate.judge(broken, new CaseLoader(broken, LOADER).files(), results).stream().noneMatch(Finding::missing)) {
                        unnoticed.add(description.api() + " " + schema.getKey());
                    }
                }
            });
        }
        assertEquals(List.of(), unnoticed);
    }

    private static String place(JsonNode tree, Example example) {
        var operation = DESCRIBED.operation(example.operation());
        String root = "/paths/" + operation.path().replace("/", "~1") + "/" + operation.method().toLowerCase();
        String holder = root + (example.ofRequest() ? "/requestBody" : "/responses/" + example.status());
        JsonNode shared = Json.at(tree, holder).path("$ref");
        return (shared.isTextual() ? shared.textValue().substring(1) : holder)
                + "/content/application~1json/examples/" + example.name() + "/value";
    }

    private static List<String> leaves(JsonNode node, String pointer, List<String> found) {
        if (node.isObject()) {
            node.fields().forEachRemaining(e -> leaves(e.getValue(), pointer + Json.pointer(List.of(e.getKey())), found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), pointer + "/" + i, found);
            }
        } else {
            found.add(pointer);
        }
        return found;
    }

    private static JsonNode changed(JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return value.isTextual() ? json.textNode(value.textValue() + "x")
                : value.isNumber() ? json.numberNode(value.longValue() + 1)
                : value.isBoolean() ? json.booleanNode(!value.booleanValue()) : json.textNode("x");
    }

    private static Descriptions broken(Description description, JsonNode tree) {
        Map<String, Description> all = new LinkedHashMap<>();
        DESCRIBED.all().forEach(each -> all.put(each.api(), each));
        all.put(description.api(), new Description(description.api(), Json.yaml(tree)));
        return new Descriptions(List.copyOf(all.values()));
    }

    private static boolean fails(Descriptions broken, AnswerCheck check, String example) {
        Runner runner = new Runner(new Target(server.endpoint(), broken), broken, check, new Shapes(LOADER), Options.EVERYTHING);
        return new CaseLoader(broken, LOADER).load().stream()
                .filter(each -> uses(broken, each, example))
                .anyMatch(each -> runner.run(each).failed());
    }

    private static boolean uses(Descriptions broken, Case about, String example) {
        return about.steps().stream().anyMatch(step ->
                refers(broken, step, step.request().example(), example) || refers(broken, step, step.expect().example(), example));
    }

    private static boolean refers(Descriptions broken, Case.Step step, String reference, String example) {
        return reference != null && broken.example(reference, step.operation().id()).id().equals(example);
    }
}
