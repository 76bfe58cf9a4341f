package dev.postern.conformance.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An example belongs to each operation that documents it, wherever it is written. */
class DescriptionTest {

    private static final Descriptions DESCRIPTIONS = new Descriptions(List.of(new Description("things", """
            openapi: 3.0.3
            info: {title: t, version: v1}
            paths:
              /one:
                get:
                  operationId: showOne
                  tags: [T]
                  responses:
                    '401': {$ref: '#/components/responses/Unauthorized'}
                    '404':
                      description: Something is not there.
                      content:
                        application/json:
                          schema: {type: object}
                          examples:
                            not-found-one: {value: {is: no one}}
                            not-found-gateway: {$ref: '#/components/examples/not-found-gateway'}
              /other:
                get:
                  operationId: showOther
                  tags: [T]
                  responses:
                    '401': {$ref: '#/components/responses/Unauthorized'}
                    '404': {$ref: '#/components/responses/NotFound'}
            components:
              examples:
                not-found-gateway: {value: {is: no gateway}}
              responses:
                Unauthorized:
                  description: No token.
                  content: {application/json: {schema: {type: object}, examples: {unauthorized: {value: {is: no token}}}}}
                NotFound:
                  description: No gateway.
                  content:
                    application/json:
                      schema: {type: object}
                      examples: {not-found-gateway: {$ref: '#/components/examples/not-found-gateway'}}
            """)));

    @Test
    void namesASharedExampleByEachOperation() {
        assertEquals(List.of("showOne/401-unauthorized", "showOne/404-not-found-one", "showOne/404-not-found-gateway",
                "showOther/401-unauthorized", "showOther/404-not-found-gateway"),
                DESCRIPTIONS.examples().stream().map(Example::id).toList());
    }

    @Test
    void knowsWhatASharedExampleSays() {
        Example example = DESCRIPTIONS.example("404-not-found-gateway", "showOther");
        assertEquals("{\"is\":\"no gateway\"}", example.value().toString());
        assertEquals(404, example.status());
        assertSame(example, DESCRIPTIONS.example("showOther/404-not-found-gateway", "showOne"));
    }
}
