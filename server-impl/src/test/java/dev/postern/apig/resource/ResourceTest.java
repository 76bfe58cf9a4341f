package dev.postern.apig.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.Policy;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Quantities of what no state can hold yet. */
class ResourceTest {

    private static final String STATE = """
        gateways:
          - id: g1
            project_id: 73d69ae0cfcf460190522d06b60f05ad
            instance_name: one
            environments: [{id: DEFAULT_ENVIRONMENT_RELEASE_ID, name: RELEASE}]
            api_groups: [{id: group, name: group}]
            apis:
              - {id: a1, group_id: group, name: one, req_uri: /one,
                 publications: [{publish_id: p1, env_id: DEFAULT_ENVIRONMENT_RELEASE_ID}]}
              - {id: a2, group_id: group, name: two, req_uri: /two,
                 publications: [{publish_id: p2, env_id: DEFAULT_ENVIRONMENT_RELEASE_ID}]}
            apps: [{id: c1, name: c_1, app_key: k1}, {id: c2, name: c_2, app_key: k2}, {id: c3, name: c_3, app_key: k3}]
        """;

    @ParameterizedTest
    @EnumSource(Database.class)
    void countsACredentialOnceHoweverManyApisItMayCall(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            server.put(STATE);
            server.bean(Bindings.class).bind("g1", Policy.app("c2"), List.of("p1", "p2"));
            JsonNode counted = server.send("GET", Gateways.PATH + "/g1/resources/outline/apps", null,
                "X-Auth-Token", "any").json();
            assertEquals(1, counted.get("authed_nums").asInt());
            assertEquals(2, counted.get("unauthed_nums").asInt());
        }
    }
}
