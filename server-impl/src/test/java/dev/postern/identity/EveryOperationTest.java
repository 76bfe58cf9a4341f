package dev.postern.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.postern.support.Database;
import dev.postern.support.Identities;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** No described operation of a strict server does anything for who does not say who they are. */
class EveryOperationTest {

    private static final String BUNDLES = "/META-INF/postern/spec/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    /** What anybody may ask, because it tells nothing of the state. */
    private static final Set<String> OPEN = Set.of("showHealth", "showReadiness");
    private static final String LOGIN = "keystoneCreateUserTokenByPassword";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(Database.H2.newUrl(), "postern.auth", "strict");
        server.put(Identities.STATE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answers401WithoutCredentials() throws IOException {
        Set<String> apis = new TreeSet<>();
        for (Described operation : described()) {
            apis.add(operation.api());
            if (OPEN.contains(operation.id())) {
                continue;
            }
            for (String[] headers : List.of(new String[0], new String[] {"X-Auth-Token", "unknown"},
                    new String[] {"X-Auth-Token", ""}, new String[] {"X-Postern-Admin-Token", ""})) {
                Answer answer = server.send(operation.method(), operation.path(), operation.takesBody() ? "{}" : null, headers);
                assertEquals(operation.id().equals(LOGIN) ? 400 : 401, answer.status(), operation + " " + answer.text());
            }
            if (operation.method().equals("GET")) {
                assertEquals(401, server.send("HEAD", operation.path(), null).status(), operation.toString());
            }
        }
        assertEquals(Set.of("apig/v2", "iam/v3", "postern/v1", "secmaster/v1"), apis);
    }

    @Test
    void noOtherSpellingOfThePathGoesAround() {
        String version = "/v2/" + Identities.PROJECT + "/apigw/instances";
        for (String path : List.of("/" + version, version + "/", version.replace("/v2", "/%762"), version.replace("/v2", "/V2"),
                version.replace("/v2", "/./v2"), version.replace("/v2", "/x/../v2"), version.replace("/v2", "/_postern/health/../../v2"),
                version.replace("/v2", "/v2;a"), version + ";a", version.replace("apigw", "%61pigw"), version + "?/_postern/health",
                version.replace("/apigw", "//apigw"), "//v3/projects", "/v3/projects/", "/%763/projects", "/v3/auth/../projects",
                "/v3/auth/tokens/../projects", "/v3;a/projects", "/v3/%70rojects", "/v3%2Fprojects", "/v3.0/../v3/projects")) {
            Answer answer = server.send("GET", path, null);
            assertTrue(answer.status() >= 400, path + ": " + answer.text());
        }
    }

    /** The operations of all bundled descriptions, with something in every place of their paths. */
    private static List<Described> described() throws IOException {
        List<Described> operations = new ArrayList<>();
        for (String api : text("index.txt").lines().toList()) {
            new YAMLMapper().readTree(text(api + "/openapi.yaml")).get("paths").fields().forEachRemaining(path ->
                path.getValue().fields().forEachRemaining(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        JsonNode operation = entry.getValue();
                        operations.add(new Described(api, operation.get("operationId").asText(),
                            entry.getKey().toUpperCase(Locale.ROOT),
                            path.getKey().replace("{project_id}", Identities.PROJECT).replaceAll("\\{[a-z_]+}", "x"),
                            operation.has("requestBody")));
                    }
                }));
        }
        return operations;
    }

    private static String text(String name) throws IOException {
        try (InputStream in = EveryOperationTest.class.getResourceAsStream(BUNDLES + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An operation of a description. */
    private record Described(String api, String id, String method, String path, boolean takesBody) {
    }
}
