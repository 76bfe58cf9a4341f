package dev.postern.identity;

import dev.postern.support.Database;
import dev.postern.support.Identities;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A state whose identity does not hang together is refused, with the place and the reason. */
@ParameterizedClass
@EnumSource(Database.class)
class IdentityStateTest {

    private static final String DOMAINS = "domains: [{id: d, name: D}, {id: e, name: E}]";
    private static final String PROJECTS = "projects: [{id: p, domain_id: d, name: P}, {id: q, domain_id: e, name: P}]";

    @Parameter
    Database database;

    private static TestServer server;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        server = TestServer.start(database.newUrl());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
    }

    @Test
    void whatRefersToNothingIsRefused() {
        refused("identity.projects[0].domain_id: there is no IAM domain x", "projects: [{id: p, domain_id: x, name: P}]");
        refused("identity.users[0].domain_id: there is no IAM domain x", "users: [{id: u, domain_id: x, name: U}]");
        refused("identity.users[0].project_ids[1]: there is no project of the domain d q",
            DOMAINS + ", " + PROJECTS + ", users: [{id: u, domain_id: d, name: U, project_ids: [p, q]}]");
        assertEquals("tokens[0].user_id: there is no user u",
            put("tokens: [{token: t, project_id: p, user_id: u}]").json().get("error_msg").asText());
    }

    @Test
    void whatIsThereTwiceIsRefused() {
        refused("identity.domains[1].id: there is another IAM domain d", "domains: [{id: d, name: D}, {id: d, name: E}]");
        refused("identity.domains[1].name: there is another IAM domain name D", "domains: [{id: d, name: D}, {id: e, name: D}]");
        refused("identity.projects[1].id: there is another project p",
            DOMAINS + ", projects: [{id: p, domain_id: d, name: P}, {id: p, domain_id: e, name: P}]");
        refused("identity.projects[1].name: there is another project name P",
            DOMAINS + ", projects: [{id: p, domain_id: d, name: P}, {id: q, domain_id: d, name: P}]");
        refused("identity.users[1].name: there is another user name U",
            DOMAINS + ", users: [{id: u, domain_id: d, name: U}, {id: v, domain_id: d, name: U}]");
        refused("identity.users[1].access_keys[0].access: there is another access key a", DOMAINS + ", users: ["
            + "{id: u, domain_id: d, name: U, access_keys: [{access: a, secret: s}]}, "
            + "{id: v, domain_id: d, name: V, access_keys: [{access: a, secret: s}]}]");
        assertEquals("tokens[1]: there is another token with this hash", put("tokens: [{token: t, project_id: p}, {token_hash: "
            + Signature.sha256("t".getBytes(java.nio.charset.StandardCharsets.UTF_8)) + ", project_id: p}]").json().get("error_msg").asText());
    }

    @Test
    void whatContradictsItselfIsRefused() {
        refused("identity.users[0]: password and password_hash exclude each other", DOMAINS + ", users: [{id: u, domain_id: d, "
            + "name: U, password: p, password_hash: 'pbkdf2-sha256$1$AAAA$" + "A".repeat(43) + "='}]");
        refused("identity.users[0].actions: they go with the role custom, and only with it",
            DOMAINS + ", users: [{id: u, domain_id: d, name: U, role: custom}]");
        refused("identity.users[0].actions: they go with the role custom, and only with it",
            DOMAINS + ", users: [{id: u, domain_id: d, name: U, actions: ['apig:instances:get']}]");
        assertEquals("tokens[0]: one of token and token_hash is needed, and not both",
            put("tokens: [{project_id: p}]").json().get("error_msg").asText());
        assertEquals("tokens[0]: project_id or domain_id is needed", put("tokens: [{token: t}]").json().get("error_msg").asText());
    }

    @Test
    void aRefusedStateChangesNothing() {
        server.put(Identities.STATE);
        var before = server.send("GET", "/_postern/state", null).json();
        refused("identity.users[0].domain_id: there is no IAM domain x", DOMAINS + ", users: [{id: u, domain_id: x, name: U}]");
        assertEquals(before, server.send("GET", "/_postern/state", null).json());
        assertEquals(204, server.send("POST", "/_postern/reset", null).status());
        assertEquals("{}", server.send("GET", "/_postern/state", null).text());
    }

    private static void refused(String message, String identity) {
        Answer answer = put("identity: {" + identity + "}");
        assertEquals(message, answer.json().get("error_msg").asText());
        assertEquals(400, answer.status());
    }

    private static Answer put(String state) {
        return server.send("PUT", "/_postern/state", state, "Content-Type", "application/yaml");
    }
}
