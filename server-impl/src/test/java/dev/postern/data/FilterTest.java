package dev.postern.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every list that is filtered by a name, and by just that name where {@code precise_search} says so. */
class FilterTest {

    /** Of each three, with these names: the underscore of a filter stands for itself. */
    private static final List<String> NAMES = List.of("Demo_a", "demo_ab", "demoxa");

    private static final Map<Database, TestServer> SERVERS = new EnumMap<>(Database.class);

    @BeforeAll
    static void start() {
        for (Database database : Database.values()) {
            TestServer server = TestServer.start(database.newUrl());
            server.put("""
                gateways:
                  - id: g1
                    project_id: 73d69ae0cfcf460190522d06b60f05ad
                    instance_name: one
                    environments: [{id: DEFAULT_ENVIRONMENT_RELEASE_ID, name: RELEASE}]
                    api_groups: [%s]
                    apis: [%s]
                    throttles: [%s]
                    acls: [%s]
                    signs: [%s]
                    apps: [%s]
                    plugins: [%s]
                """.formatted(
                three("{id: NAME, name: NAME, variables: []}").replaceFirst("\\[]", "["
                    + three("{id: NAME, env_id: DEFAULT_ENVIRONMENT_RELEASE_ID, variable_name: NAME, variable_value: v}") + "]"),
                three("{id: NAME, group_id: Demo_a, name: NAME, req_uri: /NAME}"),
                three("{id: NAME, name: NAME, time_interval: 1, time_unit: DAY, api_call_limits: 5}"),
                three("{id: NAME, name: NAME, entity_type: IP}"),
                three("{id: NAME, name: NAME, sign_key: signkey1, sign_secret: signsecret123456}"),
                three("{id: NAME, name: NAME, app_key: NAME}"),
                three("{id: NAME, name: NAME, plugin_type: cors}")));
            SERVERS.put(database, server);
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(TestServer::close);
    }

    @ParameterizedTest
    @CsvSource({
        "/api-groups, groups, name, name, id",
        "/apis, apis, name, name, req_uri",
        "/apis, apis, req_uri, req_uri, name",
        "/throttles, throttles, name, name, id",
        "/acls, acls, name, name, acl_type",
        "/signs, signs, name, name, id",
        "/apps, apps, name, name, id",
        "/plugins, plugins, plugin_name, plugin_name, plugin_type",
        "/plugins, plugins, plugin_name, name, plugin_type",
        "/env-variables?group_id=Demo_a, variables, variable_name, name, variable",
        "/env-variables?group_id=Demo_a, variables, variable_name, variable_name, variable"})
    void takesAPartOfTheNameOrAllOfIt(String path, String list, String filter, String word, String otherWord) {
        SERVERS.forEach((database, server) -> {
            Asked asked = (text, search) -> found(server, path, list, filter, text, search);
            String slash = filter.equals("req_uri") ? "/" : "";
            for (String imprecise : new String[] {null, "", otherWord, word.toUpperCase(), word + "s"}) {
                assertEquals("Demo_a demo_ab", asked.by("O_A", imprecise), imprecise);
                assertEquals("Demo_a demo_ab demoxa", asked.by("", imprecise), imprecise);
            }
            for (String precise : new String[] {word, otherWord + "," + word, word + " , other"}) {
                assertEquals("Demo_a", asked.by(slash + "Demo_a", precise), precise);
                assertEquals("", asked.by(slash + "demo_a", precise), precise);
                assertEquals("Demo_a demo_ab demoxa", asked.by("", precise), precise);
            }
        });
    }

    /** The names that are found, in order of the alphabet. */
    private static String found(TestServer server, String path, String list, String filter, String text, String search) {
        String query = (path.contains("?") ? "&" : "?") + filter + "=" + text
            + (search == null ? "" : "&precise_search=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        TestServer.Answer answer = server.send("GET", Gateways.PATH + "/g1" + path + query, null, "X-Auth-Token", "any");
        assertEquals(200, answer.status(), answer.text());
        JsonNode items = answer.json().get(list);
        assertEquals(items.size(), answer.json().get("total").asInt());
        assertTrue(items.isArray(), answer.text());
        return Stream.iterate(0, i -> i < items.size(), i -> i + 1)
            .map(i -> items.get(i).path(items.get(i).has("id") ? "id" : "plugin_id").asText()).sorted()
            .collect(Collectors.joining(" "));
    }

    private static String three(String form) {
        return NAMES.stream().map(name -> form.replace("NAME", name)).collect(Collectors.joining(", "));
    }

    /** Asks a list by a text, with a search. */
    private interface Asked {

        String by(String text, String search);
    }
}
