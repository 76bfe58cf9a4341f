package dev.postern.identity;

import dev.postern.support.Database;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The control API of a strict server is for who has the admin token. */
class AdminGuardTest {

    private static final String TOKEN = "X-Postern-Admin-Token";

    @Test
    void theAdminTokenIsWanted() {
        try (TestServer server = TestServer.start(Database.H2.newUrl(), "postern.auth", "strict")) {
            assertEquals(200, server.send("GET", "/_postern/state", null, TOKEN, TestServer.ADMIN_TOKEN).status());
            for (String[] headers : List.of(new String[0], new String[] {TOKEN, "wrong"},
                    new String[] {TOKEN, TestServer.ADMIN_TOKEN + "x"}, new String[] {"X-Auth-Token", TestServer.ADMIN_TOKEN})) {
                for (String path : List.of("/_postern/state", "/_postern/faults", "/_postern/unknown")) {
                    refused("POSTERN.0401", 401, server.send("GET", path, null, headers));
                }
                refused("POSTERN.0401", 401, server.send("POST", "/_postern/reset", null, headers));
            }
        }
    }

    @Test
    void noOtherSpellingOfThePathGoesAround() {
        try (TestServer server = TestServer.start(Database.H2.newUrl(), "postern.auth", "strict")) {
            for (String path : List.of("//_postern/state", "/%5Fpostern/state", "/_postern/state/", "/_postern//state",
                    "/_Postern/state", "/_postern/state?x=/v2/", "/x/../_postern/state", "/_postern/health/../state",
                    "/_postern;a/state", "/_postern/state;a", "/_postern/%73tate", "/./_postern/state")) {
                Answer answer = server.send("GET", path, null);
                assertFalse(answer.status() < 400, path + ": " + answer.text());
            }
        }
    }

    @Test
    void withoutAnAdminTokenItIsOff() {
        try (TestServer server = TestServer.start(Database.H2.newUrl(), "postern.auth", "strict", "postern.admin-token", "")) {
            refused("POSTERN.0403", 403, server.send("GET", "/_postern/state", null));
            refused("POSTERN.0403", 403, server.send("GET", "/_postern/state", null, TOKEN, ""));
            refused("POSTERN.0403", 403, server.send("POST", "/_postern/reset", null, TOKEN, "any"));
        }
    }

    @Test
    void anOpenServerWantsNone() {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            assertEquals(200, server.send("GET", "/_postern/state", null).status());
        }
    }

    private static void refused(String code, int status, Answer answer) {
        assertEquals(code, answer.json().get("error_code").asText());
        assertEquals(status, answer.status());
    }
}
