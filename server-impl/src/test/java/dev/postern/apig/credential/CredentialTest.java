package dev.postern.apig.credential;

import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Credentials, their secrets and AppCodes. */
class CredentialTest {

    private static final String STATE = """
        {"gateways": [{"id": "g1", "project_id": "73d69ae0cfcf460190522d06b60f05ad", "instance_name": "one",
          "apps": [{"id": "a1", "name": "app", "app_key": "key"}]}]}""";

    @ParameterizedTest
    @EnumSource
    void aCredentialHasFiveAppCodesHoweverManyAskAtOnce(Database database) throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            assertEquals(Map.of(201, 5L, 403, 15L), statuses(Gateways.atOnce(20, () -> send(server, "/apps/a1/app-codes", null))));
            Answer sixth = send(server, "/apps/a1/app-codes", null);
            assertEquals("APIG.3131", sixth.json().get("error_code").asText());
            assertEquals(5, Gateways.order(server, "GET", "state", null).at("/gateways/0/apps/0/app_codes").size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStateSaysHowManyAppCodesThereMayBe(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE.replace("\"apps\"",
                "\"quotas\": [{\"name\": \"APP_NUM_LIMIT\", \"most\": 9}, {\"name\": \"APP_CODE_NUM_LIMIT\", \"most\": 1}], \"apps\""));
            assertEquals(201, send(server, "/apps/a1/app-codes", null).status());
            assertEquals(403, send(server, "/apps/a1/app-codes", null).status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecretIsTheOneGivenOrANewOneEachTime(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            Set<String> secrets = new HashSet<>();
            for (String body : new String[] {null, "{}", "{}", "{\"app_secret\": \"chosen-one\"}"}) {
                Answer answer = send(server, "/apps/secret/a1", body);
                assertEquals(200, answer.status(), answer.text());
                String secret = answer.json().get("app_secret").asText();
                assertTrue(secret.matches("[A-Za-z0-9][A-Za-z0-9_!@#$%-]{7,127}"), secret);
                secrets.add(secret);
                assertEquals(secret, Gateways.order(server, "GET", "state", null).at("/gateways/0/apps/0/app_secret").asText());
            }
            assertEquals(4, secrets.size());
            assertTrue(secrets.contains("chosen-one"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameOrAKeyIsGivenToOneHoweverManyAskAtOnce(Database database) throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            assertEquals(Map.of(201, 1L, 400, 15L), statuses(Gateways.atOnce(16, () ->
                create(server, "{\"name\": \"same_name\"}"))));
            AtomicInteger number = new AtomicInteger();
            assertEquals(Map.of(201, 1L, 400, 15L), statuses(Gateways.atOnce(16, () ->
                create(server, "{\"name\": \"name_%d\", \"app_key\": \"same-key\"}".formatted(number.incrementAndGet())))));
            assertEquals(3, Gateways.order(server, "GET", "state", null).at("/gateways/0/apps").size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGatewayTakesNoMoreCredentialsThanItsQuotaHoweverManyAskAtOnce(Database database) throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", STATE);
            AtomicInteger number = new AtomicInteger();
            assertEquals(Map.of(201, 49L, 403, 15L), statuses(Gateways.atOnce(64, () ->
                create(server, "{\"name\": \"name_%d\"}".formatted(number.incrementAndGet())))));
            assertEquals(50, Gateways.order(server, "GET", "state", null).at("/gateways/0/apps").size());
        }
    }

    @Test
    void secretsAndAppCodesHaveTheDocumentedAlphabetAndAreNew() {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            Secrets secrets = server.bean(Secrets.class);
            Set<String> made = new HashSet<>();
            for (int i = 0; i < 500; i++) {
                String secret = secrets.nextSecret();
                String code = secrets.nextAppCode();
                assertTrue(secret.matches("[A-Za-z0-9][A-Za-z0-9_!@#$%-]{7,127}"), secret);
                assertTrue(code.matches("[A-Za-z0-9+/][A-Za-z0-9+_!@#$%/=-]{63,179}"), code);
                made.add(secret);
                made.add(code);
            }
            assertEquals(1000, made.size());
        }
    }

    private static Answer create(TestServer server, String body) {
        return server.send("POST", Gateways.PATH + "/g1/apps", body, "X-Auth-Token", "any");
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }

    private static Answer send(TestServer server, String path, String body) {
        return server.send("PUT", Gateways.PATH + "/g1" + path, body, "X-Auth-Token", "any");
    }
}
