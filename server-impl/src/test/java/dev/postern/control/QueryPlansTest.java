package dev.postern.control;

import dev.postern.support.Database;
import dev.postern.support.TestServer;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** A large state is found quickly at once, also where PostgreSQL has only seen small ones. */
class QueryPlansTest {

    @Test
    void fitTheStateThatIsThere() throws Exception {
        String url = Database.POSTGRESQL.newUrl();
        try (TestServer server = TestServer.start(url); Connection connection = DriverManager.getConnection(url)) {
            server.put(state(500));
            server.put(state(1));
            // What PostgreSQL does by itself once a minute; it cannot be waited for.
            connection.createStatement().execute("vacuum analyze");
            server.put(state(500));
            assertTimeout(Duration.ofSeconds(5), () -> assertEquals(500,
                server.send("GET", "/v2/p/apigw/instances/g/plugins/pl/attached-apis", null, "X-Auth-Token", "any")
                    .json().path("total").asInt()));
        }
    }

    private static String state(int number) {
        return """
            gateways:
              - id: g
                project_id: p
                instance_name: one
                environments: [{id: DEFAULT_ENVIRONMENT_RELEASE_ID, name: RELEASE}]
                api_groups: [{id: grp, name: grp}]
                apis: [%s]
                plugins: [{id: pl, name: plug, bindings: [%s]}]
            """.formatted(
                each(number, "{id: a%1$d, group_id: grp, name: api_%1$d, req_uri: /%1$d, "
                    + "publications: [{publish_id: p%1$d, env_id: DEFAULT_ENVIRONMENT_RELEASE_ID}]}"),
                each(number, "{id: b%1$d, publish_id: p%1$d}"));
    }

    private static String each(int number, String item) {
        return IntStream.range(0, number).mapToObj(item::formatted).collect(Collectors.joining(", "));
    }
}
