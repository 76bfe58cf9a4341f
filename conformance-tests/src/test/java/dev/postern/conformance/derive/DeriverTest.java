package dev.postern.conformance.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.CaseFile;
import dev.postern.conformance.cases.Expectation;
import dev.postern.conformance.description.Description;
import dev.postern.conformance.description.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules are found in schemas, and the values that exercise them keep to or break just the one rule. */
class DeriverTest {

    private static final String HEAD = """
            openapi: 3.0.3
            info: {title: t, version: v1}
            paths:
              /x/{id}:
                post:
                  operationId: x
                  tags: [T]
                  x-postern-dialect: %s
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string, pattern: '^[a-z]{1,4}$'}}
                    - {name: limit, in: query, x-postern-clamp: {below: 2, above: 9}, schema: {type: integer, minimum: 1, maximum: 9, default: 2}}
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [the_name]
                          properties:
                            the_name: {type: string, minLength: 2, maxLength: 4}
                            size: {type: integer, format: int32, minimum: 5}
                            tags: {type: array, maxItems: 2, items: {type: object, properties: {the_key: {type: string, enum: [One, Two]}}}}
                  responses:
                    '200': {description: fine}
            """;

    private static Operation operation(String dialect) {
        return new Description("things", HEAD.formatted(dialect)).operations().get("x");
    }

    private static Stream<Variation> variations(String location, String keyword) {
        JsonNode nothing = Json.object().path("nothing");
        return Constraints.of(operation("APIG")).stream()
                .filter(rule -> rule.location().equals(location) && rule.keyword().equals(keyword))
                .flatMap(rule -> Variation.of(rule, nothing, null).stream());
    }

    private static List<String> values(String location, String keyword, Constraint.Side side) {
        return variations(location, keyword).filter(v -> v.side() == side).map(v -> v.label()).toList();
    }

    @Test
    void findsEveryRule() {
        assertEquals(List.of(
                "path:id pattern ^[a-z]{1,4}$", "query:limit type integer", "query:limit default 2",
                "query:limit minimum 1", "query:limit maximum 9",
                "body: json", "body: unknown", "body:/the_name required", "body:/the_name type string",
                "body:/the_name minLength 2", "body:/the_name maxLength 4", "body:/size type integer",
                "body:/size minimum 5", "body:/size format int32", "body:/tags type array", "body:/tags maxItems 2",
                "body:/tags/* type object", "body:/tags/* unknown", "body:/tags/*/the_key type string",
                "body:/tags/*/the_key enum [\"One\",\"Two\"]"),
                Constraints.of(operation("APIG")).stream().map(Constraint::key).toList());
    }

    @Test
    void exercisesRulesOnBothSides() {
        assertEquals(List.of("\"00\""), values("body:/the_name", "minLength", Constraint.Side.KEPT));
        assertEquals(List.of("\"0\""), values("body:/the_name", "minLength", Constraint.Side.BROKEN));
        assertEquals(List.of("\"0000\""), values("body:/the_name", "maxLength", Constraint.Side.KEPT));
        assertEquals(List.of("\"00000\""), values("body:/the_name", "maxLength", Constraint.Side.BROKEN));
        assertEquals(List.of("5"), values("body:/size", "minimum", Constraint.Side.KEPT));
        assertEquals(List.of("4"), values("body:/size", "minimum", Constraint.Side.BROKEN));
        assertEquals(List.of("2147483647"), values("body:/size", "format", Constraint.Side.KEPT));
        assertEquals(List.of("2147483648"), values("body:/size", "format", Constraint.Side.BROKEN));
        assertEquals(List.of("3 elements"), values("body:/tags", "maxItems", Constraint.Side.BROKEN));
        assertEquals(List.of("\"OneX\"", "\"one\"", "\"ONE\"", "\"\""), values("body:/tags/*/the_key", "enum", Constraint.Side.BROKEN));
        assertEquals(List.of("missing", "null"), values("body:/the_name", "required", Constraint.Side.BROKEN));
        assertEquals(List.of("7", "{}"), values("body:/the_name", "type", Constraint.Side.BROKEN));
        assertEquals(List.of("\"a\"", "\"aaaa\""), values("path:id", "pattern", Constraint.Side.KEPT));
    }

    @Test
    void takesAValueFromTheCaseFile() {
        Constraint rule = Constraints.of(operation("APIG")).stream()
                .filter(r -> r.key().equals("body:/the_name minLength 2")).findFirst().orElseThrow();
        CaseFile.With with = new CaseFile.With("body:/the_name", "minLength", Json.parseYaml("ab"), null, null, null);
        assertEquals(List.of("\"ab\"", "\"0\""),
                Variation.of(rule, Json.object(), with).stream().map(Variation::label).toList());
    }

    @Test
    void makesTheWayToAPlaceThatIsNotThereYet() {
        Operation operation = operation("APIG");
        JsonNode body = Json.parseYaml("{the_name: abc}");
        String pointer = Samples.concrete(body, "/tags/*/the_key");
        assertEquals("/tags/0/the_key", pointer);
        assertEquals(Json.parseYaml("{the_name: abc, tags: [{}]}"), Samples.wayTo(body, operation.body(), pointer));
        assertEquals("/tags/1/the_key", Samples.concrete(Json.parseYaml("{tags: [{}, {}]}"), "/tags/*/the_key"));
        assertEquals("tags[1].the_key", Samples.name("/tags/1/the_key"));
    }

    @Test
    void refusesInTheDialectOfTheOperation() {
        assertEquals("Parameter value does not match the rules, parameter name[tags[0].theKey]", message("APIC", "tags[0].the_key"));
        assertEquals("Invalid parameter value,parameterName:tags[0].the_key. Please refer to the support documentation",
                message("APIG", "tags[0].the_key"));
        assertEquals("Invalid parameter value, parameterName:tags[0].the_key", message("SECMASTER", "tags[0].the_key"));
        String shape = refusal("POSTERN", "tags[0].the_key").generated().get(0).shape();
        assertTrue("tags[0].the_key: it has to be one of One, Two".matches(shape), shape);
    }

    private static String message(String dialect, String name) {
        return refusal(dialect, name).body().path("error_msg").textValue();
    }

    private static Expectation refusal(String dialect, String name) {
        Constraint rule = Constraints.of(operation(dialect)).stream().filter(r -> r.keyword().equals("enum")).findFirst().orElseThrow();
        return Refusal.of(rule, null, name);
    }
}
