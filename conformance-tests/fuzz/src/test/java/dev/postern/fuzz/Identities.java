package dev.postern.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Seeds;

/** The one user that a strict server knows, who may do everything in the project of the seeds. */
final class Identities {

    static final String KEY = "FUZZKEY";
    static final String SECRET = "canary-of-an-access-key";
    static final String PASSWORD = "canary-of-a-password";
    static final String TOKEN = "canary-of-a-token";

    private Identities() {
    }

    /** The state with everything in it, its clock running, and the user. */
    static ObjectNode everything() {
        ObjectNode state = new Seeds(Identities.class.getClassLoader()).get("everything").deepCopy();
        state.remove("clock");
        return with(state);
    }

    /** The state with the user in the place of whom it knew. */
    static ObjectNode with(JsonNode seed) {
        ObjectNode state = seed == null ? Json.object() : seed.deepCopy();
        String project = project(state);
        state.set("identity", Json.parseYaml("""
                domains: [{id: domain, name: Domain}]
                projects: [{id: '%1$s', domain_id: domain, name: local-1}]
                users: [{id: user, domain_id: domain, name: user, password: '%2$s', access_keys: [{access: %3$s, secret: %4$s}]}]
                """.formatted(project, PASSWORD, KEY, SECRET)));
        state.set("tokens", Json.parseYaml("[{token: %s, project_id: '%s', user_id: user}]".formatted(TOKEN, project)));
        return state;
    }

    static String project(JsonNode state) {
        return state.at("/gateways/0/project_id").asText("73d69ae0cfcf460190522d06b60f05ad");
    }
}
