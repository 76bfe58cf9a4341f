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
import static dev.postern.support.Identities.OTHER_PROJECT;
import static dev.postern.support.Identities.PROJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What known users of a strict server find: projects, domains and access keys. */
@ParameterizedClass
@EnumSource(Database.class)
class IamLookupTest {

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
    void projectsAreFound() {
        String admin = adminToken();
        assertEquals(List.of(PROJECT), ids("/v3/projects?name=local-1", "projects", admin));
        assertEquals(List.of(), ids("/v3/projects?name=local-9", "projects", admin));
        assertEquals(List.of(PROJECT, OTHER_PROJECT, "closed"), ids("/v3/projects", "projects", admin));
        assertEquals(List.of("closed"), ids("/v3/projects?enabled=false", "projects", admin));
        assertEquals(List.of(OTHER_PROJECT), ids("/v3/projects?page=2&per_page=1", "projects", admin));
        assertEquals(List.of(), ids("/v3/projects?domain_id=foreign", "projects", admin));
        assertEquals(List.of(), ids("/v3/projects?is_domain=true", "projects", admin));
        assertEquals(3, ids("/v3/projects?parent_id=" + DOMAIN, "projects", admin).size());
        assertEquals(List.of(PROJECT, OTHER_PROJECT), ids("/v3/auth/projects", "projects", admin));
        assertEquals(List.of(PROJECT), ids("/v3/auth/projects", "projects", "reader-token"));
        assertEquals(List.of(DOMAIN), ids("/v3/auth/domains", "domains", admin));
        JsonNode all = server.send("GET", "/v3/projects?name=local-1", null, "X-Auth-Token", admin).json();
        assertEquals(server.url() + "/v3/projects?name=local-1", all.get("links").get("self").asText());
        assertTrue(all.get("links").get("next").isNull());
        assertEquals("{\"id\":\"" + PROJECT + "\",\"name\":\"local-1\",\"domain_id\":\"" + DOMAIN + "\",\"parent_id\":\"" + DOMAIN
            + "\",\"description\":\"\",\"enabled\":true,\"is_domain\":false,\"links\":{\"self\":\"" + server.url()
            + "/v3/projects/" + PROJECT + "\"}}", all.get("projects").get(0).toString());
        assertEquals(invalid("page"),
            server.send("GET", "/v3/projects?page=0&per_page=1", null, "X-Auth-Token", admin).text());
        assertEquals(invalid("per_page"),
            server.send("GET", "/v3/projects?page=1&per_page=5001", null, "X-Auth-Token", admin).text());
    }

    @Test
    void aKeyIsShownToItsUserAndAdministrators() {
        String admin = adminToken();
        String path = "/v3.0/OS-CREDENTIAL/credentials/";
        JsonNode key = server.send("GET", path + "READERKEY", null, "X-Auth-Token", "reader-token").json().get("credential");
        assertEquals("reader", key.get("user_id").asText());
        assertEquals("active", key.get("status").asText());
        assertTrue(key.get("create_time").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"));
        assertEquals(5, key.size());
        assertEquals("inactive", server.send("GET", path + "OLDKEY", null, "X-Auth-Token", admin).json().get("credential").get("status").asText());
        assertEquals(200, server.send("GET", path + "READERKEY", null, "X-Auth-Token", admin).status());
        Answer other = server.send("GET", path + "ADMINKEY", null, "X-Auth-Token", "reader-token");
        assertEquals("{\"error_code\":\"IAM.0002\",\"error_msg\":\"You are not authorized to perform the requested action.\"}", other.text());
        assertEquals(403, other.status());
        Answer none = server.send("GET", path + "NOKEY", null, "X-Auth-Token", admin);
        assertEquals("{\"error_code\":\"IAM.0004\",\"error_msg\":\"Could not find credential: NOKEY.\"}", none.text());
        assertEquals(404, none.status());
        assertEquals("{\"error_code\":\"IAM.0001\",\"error_msg\":\"The request you have made requires authentication.\"}", server.send("GET", path + "NOKEY", null).text());
    }

    private static String adminToken() {
        return server.send("POST", "/v3/auth/tokens", """
            {"auth": {"identity": {"methods": ["password"], "password": {"user": {"id": "admin", "password": "%s"}}}}}"""
            .formatted(Identities.PASSWORD)).header("X-Subject-Token");
    }

    private static List<String> ids(String path, String list, String token) {
        return server.send("GET", path, null, "X-Auth-Token", token).json().get(list).findValuesAsText("id");
    }

    private static String invalid(String parameter) {
        return "{\"error\":{\"code\":400,\"message\":\"Request parameter " + parameter
            + " is invalid.\",\"title\":\"Bad Request\"}}";
    }
}
