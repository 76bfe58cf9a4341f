package dev.postern.identity;

import dev.postern.data.DatabaseUrl;
import dev.postern.support.Database;
import dev.postern.support.Identities;
import dev.postern.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static dev.postern.support.Identities.PROJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a server knows of its callers survives a restart. */
class RestartTest {

    @Test
    void onAFolder(@TempDir Path folder) {
        survives(DatabaseUrl.inFolder(folder));
    }

    @Test
    void onPostgreSql() {
        survives(Database.POSTGRESQL.newUrl());
    }

    private static void survives(String url) {
        String token;
        try (TestServer server = TestServer.start(url, "postern.auth", "strict")) {
            server.put(Identities.STATE);
            token = server.send("POST", "/v3/auth/tokens", """
                {"auth": {"identity": {"methods": ["password"], "password": {"user": {"id": "admin", "password": "%s"}}},
                 "scope": {"project": {"id": "%s"}}}}""".formatted(Identities.PASSWORD, PROJECT)).header("X-Subject-Token");
        }
        try (TestServer server = TestServer.start(url, "postern.auth", "strict")) {
            String path = "/v2/" + PROJECT + "/apigw/instances";
            assertEquals(200, server.send("GET", path, null, "X-Auth-Token", token).status());
            assertEquals(200, server.send("GET", path, null, Identities.READER.headers(server, "GET", path, null)).status());
        }
    }
}
