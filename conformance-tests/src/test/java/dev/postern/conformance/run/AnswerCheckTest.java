package dev.postern.conformance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postern.conformance.description.Description;
import dev.postern.conformance.description.Descriptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers are judged alike only where they are the same in all that is described. */
class AnswerCheckTest {

    private static final Descriptions DESCRIPTIONS = new Descriptions(List.of(new Description("small", """
            openapi: 3.0.3
            info: {title: Small, version: "1"}
            paths:
              /things:
                get:
                  operationId: listThings
                  responses:
                    "200":
                      description: The things.
                      headers:
                        X-Total: {required: true, schema: {type: integer}}
                      content: {application/json: {schema: {type: array, items: {type: string}}}}
            """)));

    private final AnswerCheck check = new AnswerCheck(DESCRIPTIONS);

    @Test
    void everyDescribedDifferenceCounts() {
        for (int again = 0; again < 2; again++) {
            assertEquals(0, problems(200, "application/json", "1", "[\"a\"]"));
            assertEquals(1, problems(404, "application/json", "1", "[\"a\"]"));
            assertEquals(1, problems(200, "text/plain", "1", "[\"a\"]"));
            assertEquals(1, problems(200, "application/json", "many", "[\"a\"]"));
            assertEquals(1, problems(200, "application/json", "1", "[7]"));
        }
    }

    private int problems(int status, String type, String total, String body) {
        Map<String, List<String>> received = Map.of("content-type", List.of(type), "x-total", List.of(total), "Date", List.of("now"));
        return check.problems(new Exchange(DESCRIPTIONS.operation("listThings"), "GET", "/things", Map.of(), Map.of(), Map.of(),
                null, null, status, received, body, 1)).size();
    }
}
