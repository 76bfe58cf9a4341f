package dev.postern.iam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.support.Database;
import dev.postern.support.Identities;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

import static dev.postern.support.Identities.DOMAIN;
import static dev.postern.support.Identities.FOREIGN_PROJECT;
import static dev.postern.support.Identities.OTHER_PROJECT;
import static dev.postern.support.Identities.PROJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** IAM on a strict server: tokens for known users, and what they are good for. */
@ParameterizedClass
@EnumSource(Database.class)
class IamStrictTest {

    private static final String TOKENS = "/v3/auth/tokens";
    private static final String WRONG = error(401, "The username or password is wrong.", "Unauthorized");
    private static final String FORBIDDEN = error(403, "You are not authorized to perform the requested action.", "Forbidden");
    private static final String UNAUTHORIZED = "The request you have made requires authentication";

    @Parameter
    Database database;

    private static TestServer server;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        server = TestServer.start(database.newUrl(), "postern.auth", "strict");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
    }

    @BeforeEach
    void seed() {
        server.put(Identities.STATE);
    }

    @Test
    void aPasswordBuysATokenOfAProject() {
        Answer issued = ask("admin", Identities.PASSWORD, project("name", "local-2"));
        assertEquals(201, issued.status(), issued.text());
        JsonNode token = issued.json().get("token");
        assertEquals("[\"password\"]", token.get("methods").toString());
        assertEquals(OTHER_PROJECT, token.get("project").get("id").asText());
        assertEquals("local-2", token.get("project").get("name").asText());
        assertEquals("IAMDomain", token.get("project").get("domain").get("name").asText());
        assertEquals("admin", token.get("user").get("id").asText());
        assertEquals(DOMAIN, token.get("user").get("domain").get("id").asText());
        assertEquals(server.url() + "/v3", token.get("catalog").get(0).get("endpoints").get(0).get("url").asText());
        assertFalse(token.has("domain"));
        String text = issued.header("X-Subject-Token");
        assertEquals(200, gateways(OTHER_PROJECT, text));
        assertEquals(403, gateways(PROJECT, text));
        assertEquals(401, gateways(OTHER_PROJECT, text + "x"));
    }

    @Test
    void aTokenLastsTwentyFourHours() {
        frozen("2024-04-16T09:53:41.5Z");
        Answer issued = ask("admin", Identities.PASSWORD, project("id", PROJECT));
        assertEquals("2024-04-16T09:53:41.500000Z", issued.json().get("token").get("issued_at").asText());
        assertEquals("2024-04-17T09:53:41.500000Z", issued.json().get("token").get("expires_at").asText());
        String text = issued.header("X-Subject-Token");
        JsonNode state = state();
        state = move(state, "2024-04-17T09:53:41.4Z");
        assertEquals(200, gateways(PROJECT, text));
        move(state, "2024-04-17T09:53:41.5Z");
        Answer late = server.send("GET", "/v2/" + PROJECT + "/apigw/instances", null, "X-Auth-Token", text);
        assertEquals("Incorrect token or token resolution failed: the token has expired",
            late.json().get("error_msg").asText());
        assertEquals(401, late.status());
        assertEquals(401, server.send("GET", TOKENS, null, "X-Auth-Token", text, "X-Subject-Token", text).status());
    }

    @Test
    void aTokenBuysAnotherThatEndsNoLater() {
        frozen("2024-04-16T09:00:00Z");
        String first = ask("admin", Identities.PASSWORD, project("id", PROJECT)).header("X-Subject-Token");
        move(state(), "2024-04-16T19:00:00Z");
        Answer second = server.send("POST", TOKENS, byToken(first, project("id", OTHER_PROJECT)));
        assertEquals(201, second.status(), second.text());
        assertEquals("2024-04-17T09:00:00.000000Z", second.json().get("token").get("expires_at").asText());
        assertEquals("[\"token\"]", second.json().get("token").get("methods").toString());
        assertEquals(200, gateways(OTHER_PROJECT, second.header("X-Subject-Token")));
        assertEquals(200, gateways(PROJECT, first));
        assertEquals(201, server.send("POST", TOKENS, """
            {"auth": {"identity": {"methods": ["token"]}}}""", "X-Auth-Token", first).status());
        assertEquals(error(401, UNAUTHORIZED + ".", "Unauthorized"), server.send("POST", TOKENS, byToken("other", "{}")).text());
        assertEquals(FORBIDDEN, server.send("POST", TOKENS, byToken("project-token", "{}")).text());
    }

    @Test
    void aTokenOfADomainOpensNoProject() {
        for (String scope : List.of("{\"domain\": {\"name\": \"IAMDomain\"}}", "{\"domain\": {\"id\": \"" + DOMAIN + "\"}}", "{}")) {
            Answer issued = ask("admin", Identities.PASSWORD, scope);
            assertEquals(201, issued.status(), issued.text());
            assertEquals("IAMDomain", issued.json().get("token").get("domain").get("name").asText());
            assertFalse(issued.json().get("token").has("project"));
            assertEquals(403, gateways(PROJECT, issued.header("X-Subject-Token")));
            assertEquals(200, server.send("GET", "/v3/projects", null, "X-Auth-Token", issued.header("X-Subject-Token")).status());
        }
    }

    @Test
    void whoIsNotKnownGetsNoToken() {
        assertEquals(WRONG, ask("admin", "wrong", project("id", PROJECT)).text());
        assertEquals(WRONG, ask("nobody", Identities.PASSWORD, project("id", PROJECT)).text());
        assertEquals(WRONG, ask("gone", Identities.PASSWORD, project("id", PROJECT)).text());
        assertEquals(WRONG, ask("resizer", "any", project("id", PROJECT)).text());
        assertEquals(401, ask("admin", "wrong", "{}").status());
    }

    @Test
    void whereAUserMayNotGoThereIsNoToken() {
        assertEquals(FORBIDDEN, ask("reader", Identities.PASSWORD, project("id", OTHER_PROJECT)).text());
        assertEquals(FORBIDDEN, ask("admin", Identities.PASSWORD, project("id", FOREIGN_PROJECT)).text());
        assertEquals(FORBIDDEN, ask("admin", Identities.PASSWORD, project("name", "local-3")).text());
        assertEquals(FORBIDDEN, ask("admin", Identities.PASSWORD, "{\"domain\": {\"name\": \"Foreign\"}}").text());
        assertEquals(error(404, "Could not find project: local-9.", "Not Found"),
            ask("admin", Identities.PASSWORD, project("name", "local-9")).text());
        assertEquals(error(404, "Could not find domain: none.", "Not Found"),
            ask("admin", Identities.PASSWORD, "{\"domain\": {\"id\": \"none\"}}").text());
    }

    @Test
    void aRequestThatIsNotOneIsRefused() {
        refused(400, "Request parameter auth.identity.password is invalid.", "Bad Request",
            "{\"auth\": {\"identity\": {\"methods\": [\"password\"]}}}");
        refused(400, "Request parameter auth.identity.methods is invalid.", "Bad Request",
            "{\"auth\": {\"identity\": {\"methods\": []}}}");
        refused(400, "Request parameter auth.identity.token is invalid.", "Bad Request",
            "{\"auth\": {\"identity\": {\"methods\": [\"token\"]}}}");
        refused(400, "Request parameter auth.scope.project is invalid.", "Bad Request",
            "{\"auth\": {\"identity\": {\"methods\": [\"password\"], \"password\": {\"user\": {\"id\": \"admin\", "
                + "\"password\": \"" + Identities.PASSWORD + "\"}}}, \"scope\": {\"project\": {}}}}");
        refused(400, "Request body is invalid.", "Bad Request", "{");
        Answer form = server.send("POST", TOKENS, "a=b", "Content-Type", "text/plain");
        assertEquals(error(415, "API request error: Content-Type must be application/json", "Unsupported Media Type"), form.text());
        assertEquals(415, form.status());
    }

    @Test
    void theCatalogMayBeLeftOut() {
        String body = body("admin", Identities.PASSWORD, "{}");
        assertFalse(server.send("POST", TOKENS + "?nocatalog=true", body).json().get("token").has("catalog"));
        assertTrue(server.send("POST", TOKENS + "?nocatalog=", body).json().get("token").has("catalog"));
    }

    @Test
    void aTokenSaysWhatItIs() {
        Answer issued = ask("reader", Identities.PASSWORD, project("id", PROJECT));
        String reader = issued.header("X-Subject-Token");
        String admin = ask("admin", Identities.PASSWORD, "{}").header("X-Subject-Token");
        for (String asking : List.of(reader, admin)) {
            Answer shown = server.send("GET", TOKENS, null, "X-Auth-Token", asking, "X-Subject-Token", reader);
            assertEquals(issued.json(), shown.json());
            assertEquals(reader, shown.header("X-Subject-Token"));
        }
        assertEquals(FORBIDDEN, server.send("GET", TOKENS, null, "X-Auth-Token", reader, "X-Subject-Token", admin).text());
        assertEquals(FORBIDDEN, server.send("GET", TOKENS, null, "X-Auth-Token", "project-token", "X-Subject-Token", admin).text());
        assertEquals(PROJECT, server.send("GET", TOKENS, null, "X-Auth-Token", "project-token", "X-Subject-Token", "project-token")
            .json().get("token").get("project").get("id").asText());
        for (String unknown : List.of("unknown", "expired-token")) {
            Answer answer = server.send("GET", TOKENS, null, "X-Auth-Token", admin, "X-Subject-Token", unknown);
            assertEquals(error(404, "Could not find token.", "Not Found"), answer.text());
            assertNull(answer.header("X-Subject-Token"));
        }
        assertEquals(error(400, "Request parameter X-Subject-Token is invalid.", "Bad Request"),
            server.send("GET", TOKENS, null, "X-Auth-Token", admin).text());
        assertEquals(error(401, UNAUTHORIZED + ".", "Unauthorized"), server.send("GET", TOKENS, null).text());
        assertEquals(error(401, UNAUTHORIZED + ": the access key NOKEY does not exist or is inactive", "Unauthorized"),
            server.send("GET", "/v3/projects", null, new dev.postern.support.Signer("NOKEY", "s")
                .headers(server, "GET", "/v3/projects", null)).text());
    }

    @Test
    void theStateGoesRoundWithoutPasswordsAndTokens() {
        ask("admin", Identities.PASSWORD, project("id", PROJECT));
        JsonNode state = state();
        assertFalse(state.toString().contains(Identities.PASSWORD));
        assertFalse(state.toString().contains("project-token"));
        // One more, and the one that expired long ago is forgotten.
        assertEquals(5, state.get("tokens").size());
        server.put(state.toString());
        assertEquals(state, state());
        assertEquals(200, gateways(PROJECT, "project-token"));
        assertEquals(201, ask("admin", Identities.PASSWORD, project("id", PROJECT)).status());
        assertNotEquals(state, state());
    }

    private static Answer ask(String user, String password, String scope) {
        return server.send("POST", TOKENS, body(user, password, scope));
    }

    private static String body(String user, String password, String scope) {
        return """
            {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "%s", "password": "%s",
             "domain": {"name": "IAMDomain"}}}}, "scope": %s}}""".formatted(user, password, scope);
    }

    private static String byToken(String token, String scope) {
        return "{\"auth\": {\"identity\": {\"methods\": [\"token\"], \"token\": {\"id\": \"" + token + "\"}}, \"scope\": " + scope + "}}";
    }

    private static String project(String by, String value) {
        return "{\"project\": {\"" + by + "\": \"" + value + "\"}}";
    }

    private static int gateways(String project, String token) {
        return server.send("GET", "/v2/" + project + "/apigw/instances", null, "X-Auth-Token", token).status();
    }

    private static void frozen(String moment) {
        server.put(Identities.STATE + "clock: {frozen_at: '" + moment + "'}\n");
    }

    private static JsonNode state() {
        return server.send("GET", "/_postern/state", null, "X-Postern-Admin-Token", TestServer.ADMIN_TOKEN).json();
    }

    private static JsonNode move(JsonNode state, String moment) {
        ((com.fasterxml.jackson.databind.node.ObjectNode) state.get("clock")).put("frozen_at", moment);
        server.put(state.toString());
        return state;
    }

    private static void refused(int status, String message, String title, String body) {
        Answer answer = server.send("POST", TOKENS, body);
        assertEquals(error(status, message, title), answer.text());
        assertEquals(status, answer.status());
    }

    private static String error(int code, String message, String title) {
        return "{\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\",\"title\":\"" + title + "\"}}";
    }
}
