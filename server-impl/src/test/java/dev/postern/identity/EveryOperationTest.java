package dev.postern.identity;

import dev.postern.http.Operation;
import dev.postern.support.Database;
import dev.postern.support.Identities;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** No operation of a strict server does anything for who does not say who they are. */
class EveryOperationTest {

    /** What anybody may ask, because it tells nothing of the state. */
    private static final java.util.Set<String> OPEN = java.util.Set.of("/_postern/health", "/_postern/readiness");

    @Test
    void answers401WithoutCredentials() {
        try (TestServer server = TestServer.start(Database.H2.newUrl(), "postern.auth", "strict")) {
            server.put(Identities.STATE);
            List<UriRouteInfo<?, ?>> operations = server.bean(Router.class).uriRoutes()
                .<UriRouteInfo<?, ?>>map(route -> route)
                .filter(route -> route.getAnnotationMetadata().hasAnnotation(Operation.class))
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .toList();
            assertTrue(operations.size() >= 28, operations.size() + " operations");
            for (UriRouteInfo<?, ?> operation : operations) {
                if (OPEN.contains(operation.getUriMatchTemplate().toPathString())) {
                    continue;
                }
                String path = operation.getUriMatchTemplate().toPathString().replace("{project_id}", Identities.PROJECT)
                    .replaceAll("\\{[a-z_]+}", "x");
                boolean login = operation.getAnnotationMetadata().stringValue(Operation.class, "id")
                    .orElseThrow().equals("keystoneCreateUserTokenByPassword");
                boolean takesBody = operation.getHttpMethod().permitsRequestBody() && operation.getHttpMethod() != HttpMethod.DELETE;
                for (String[] headers : List.of(new String[0], new String[] {"X-Auth-Token", "unknown"})) {
                    Answer answer = server.send(operation.getHttpMethodName(), path, takesBody ? "{}" : null, headers);
                    assertEquals(login ? 400 : 401, answer.status(), operation.getHttpMethodName() + " " + path + " " + answer.text());
                }
            }
        }
    }
}
