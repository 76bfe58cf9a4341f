package dev.postern.apig.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestCertificates;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Certificates and domain names over their lives, also when many ask at once. */
class CertificateTest {

    private static final String PROJECT = "/v2/73d69ae0cfcf460190522d06b60f05ad/apigw";
    private static final String GROUP = PROJECT + "/instances/g1/api-groups/grp";
    private static final KeyPair KEYS = TestCertificates.keys("EC");
    private static final String PEM = TestCertificates.certificate(KEYS, 2030, "*.example.com");
    private static final String STATE = """
        {"gateways": [{"id": "g1", "project_id": "73d69ae0cfcf460190522d06b60f05ad", "instance_name": "one",
          "api_groups": [{"id": "grp", "name": "grp"}, {"id": "grp2", "name": "grp2"}]}]}""";

    @ParameterizedTest
    @EnumSource
    void aNameIsTakenOnceHoweverManyAskAtOnce(Database database) throws Exception {
        try (TestServer server = started(database)) {
            Map<Integer, Long> statuses = Gateways.atOnce(16, () -> create(server, "cert_demo", "instance")).stream()
                .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
            assertEquals(Map.of(200, 1L, 400, 15L), statuses);
            assertEquals("APIG.3325", code(create(server, "cert_demo", "instance")));
            assertEquals(200, create(server, "cert_demo", "global").status());
            assertEquals("APIG.3325", code(create(server, "cert_demo", "global")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGroupHasFiveDomainNamesAndAGatewayEachOnce(Database database) throws Exception {
        try (TestServer server = started(database)) {
            AtomicInteger number = new AtomicInteger();
            Map<Integer, Long> statuses = Gateways.atOnce(24, () -> bindName(server, "grp", number.incrementAndGet() + ".example.com"))
                .stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
            assertEquals(Map.of(201, 5L, 403, 19L), statuses);
            statuses = Gateways.atOnce(16, () -> bindName(server, "grp2", "same.example.com"))
                .stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
            assertEquals(Map.of(201, 1L, 400, 15L), statuses);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDomainNameGetsOneCertificateHoweverManyAreBoundAtOnce(Database database) throws Exception {
        try (TestServer server = started(database)) {
            String domain = bindName(server, "grp", "a.example.com").json().get("id").asText();
            List<String> certificates = List.of(id(create(server, "cert_one", "global")), id(create(server, "cert_two", "global")));
            AtomicInteger turn = new AtomicInteger();
            List<Answer> answers = Gateways.atOnce(16, () -> {
                String certificate = certificates.get(turn.incrementAndGet() % 2);
                return turn.get() % 3 == 0
                    ? send(server, "POST", PROJECT + "/certificates/" + certificate + "/domains/attach",
                        "{\"domains\": [{\"domain\": \"a.example.com\"}]}")
                    : attach(server, domain, certificate);
            });
            assertTrue(answers.stream().allMatch(answer -> answer.status() == 204 || code(answer).equals("APIG.2051")));
            assertTrue(answers.stream().anyMatch(answer -> answer.status() == 400));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isDeletedOrBoundButNotBoth(Database database) throws Exception {
        try (TestServer server = started(database)) {
            String domain = bindName(server, "grp", "a.example.com").json().get("id").asText();
            for (int i = 0; i < 10; i++) {
                String certificate = id(create(server, "cert_" + i, "global"));
                AtomicInteger turn = new AtomicInteger();
                List<Answer> answers = Gateways.atOnce(2, () -> turn.incrementAndGet() == 1
                    ? attach(server, domain, certificate)
                    : send(server, "DELETE", PROJECT + "/certificates/" + certificate, null));
                List<Integer> statuses = answers.stream().map(Answer::status).sorted().toList();
                assertTrue(List.of(List.of(204, 404), List.of(204, 409)).contains(statuses), statuses.toString());
                if (statuses.contains(409)) {
                    assertEquals(204, send(server, "POST", GROUP + "/domains/" + domain + "/certificates/detach",
                        "{\"certificate_ids\": [\"" + certificate + "\"]}").status());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesWithItsGatewayAlsoWhenItIsBound(Database database) {
        try (TestServer server = started(database)) {
            String domain = bindName(server, "grp", "a.example.com").json().get("id").asText();
            String certificate = id(create(server, "cert_demo", "instance"));
            assertEquals(204, attach(server, domain, certificate).status());
            assertEquals("APIG.3499", code(send(server, "DELETE", PROJECT + "/certificates/" + certificate, null)));
            String global = id(create(server, "cert_demo", "global"));
            assertEquals(204, Gateways.delete(server, "g1").status());
            assertEquals(202, Gateways.create(server, "another").status());
            assertEquals("APIG.3025", code(send(server, "GET", PROJECT + "/certificates/" + certificate, null)));
            assertEquals(200, send(server, "GET", PROJECT + "/certificates/" + global, null).status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesWithItsOnlyDomainNameWhereItWasAddedToIt(Database database) {
        try (TestServer server = started(database)) {
            for (int round = 0; round < 2; round++) {
                String domain = bindName(server, "grp", round + ".example.com").json().get("id").asText();
                Answer added = send(server, "POST", GROUP + "/domains/" + domain + "/certificate", form("cert_demo", ""));
                assertEquals(201, added.status(), added.text());
                String certificate = added.json().get("ssl_id").asText();
                Answer listed = send(server, "GET", PROJECT + "/certificates?instance_id=g1", null);
                assertEquals(certificate, listed.json().at("/certs/0/id").asText());
                assertEquals(204, send(server, "DELETE", GROUP + "/domains/" + domain + "/certificate/" + certificate, null).status());
                assertEquals("APIG.3025", code(send(server, "GET", PROJECT + "/certificates/" + certificate, null)));
            }
        }
    }

    /** The state has the key, because it has to go back in; nothing else shows it. */
    @ParameterizedTest
    @EnumSource
    void keepsItsKeyToItself(Database database) throws Exception {
        try (TestServer server = started(database)) {
            Gateways.order(server, "PUT", "journal", "{\"recording\": true}");
            Answer created = create(server, "cert_demo", "global");
            String id = id(created);
            String path = PROJECT + "/certificates/" + id;
            String secret = TestCertificates.key(KEYS).lines().skip(1).findFirst().orElseThrow();
            Answer updated = send(server, "PUT", path, form("cert_other", ""));
            Answer bad = send(server, "PUT", path, form("cert_other", "").replace("BEGIN CERT", "BEGIN NO CERT"));
            assertEquals(400, bad.status());
            for (Answer answer : List.of(created, updated, bad, send(server, "GET", path, null),
                    send(server, "GET", PROJECT + "/certificates?instance_id=g1", null))) {
                assertFalse(answer.text().contains(secret) || answer.text().contains("private_key"), answer.text());
            }
            String journal = Gateways.order(server, "GET", "journal", null).toString();
            assertTrue(journal.contains("cert_other"), journal);
            assertFalse(journal.contains(secret), journal);
            JsonNode state = Gateways.order(server, "GET", "state", null);
            assertTrue(state.at("/certificates/0/private_key").asText().contains(secret));
            Gateways.order(server, "PUT", "state", state.toString());
            assertEquals(state, Gateways.order(server, "GET", "state", null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStateWithAMistakeIsRefusedWithItsPlace(Database database) throws Exception {
        try (TestServer server = started(database)) {
            create(server, "cert_demo", "instance");
            bindName(server, "grp", "a.example.com");
            JsonNode state = Gateways.order(server, "GET", "state", null);
            String text = state.toString();
            String key = new ObjectMapper().writeValueAsString(TestCertificates.key(KEYS));
            String other = new ObjectMapper().writeValueAsString(TestCertificates.key(TestCertificates.keys("EC")));
            Map<String, String> mistakes = Map.of(
                text.replace("BEGIN CERTIFICATE", "BEGIN"), "certificates[0].cert_content: it is no certificate",
                text.replace(key, other), "certificates[0].private_key: it is not readable, or not the one",
                text.replace("\"instance_id\":\"g1\"", "\"instance_id\":\"g2\""), "certificates[0].instance_id: there is no gateway",
                text.replace("\"from_domain\"", "\"trusted_root_ca\":\"x\",\"from_domain\""), "certificates[0].trusted_root_ca: ",
                text.replace("\"verified_client", "\"certificate_id\":\"nope\",\"verified_client"),
                "gateways[0].api_groups[0].domains[0].certificate_id: there is no certificate nope");
            mistakes.forEach((wrong, message) -> {
                Answer answer = Gateways.control(server, "PUT", "state", wrong);
                assertEquals(400, answer.status(), message + answer.text());
                assertTrue(answer.json().get("error_msg").asText().startsWith(message), answer.text());
                assertEquals(state, Gateways.order(server, "GET", "state", null));
            });
        }
    }

    private static TestServer started(Database database) {
        TestServer server = TestServer.start(database.newUrl());
        Gateways.order(server, "PUT", "state", STATE);
        return server;
    }

    private static Answer create(TestServer server, String name, String type) {
        return send(server, "POST", PROJECT + "/certificates",
            form(name, ", \"type\": \"" + type + "\", \"instance_id\": \"g1\""));
    }

    private static String form(String name, String more) {
        try {
            ObjectMapper json = new ObjectMapper();
            return "{\"name\": \"" + name + "\", \"cert_content\": " + json.writeValueAsString(PEM) + ", \"private_key\": "
                + json.writeValueAsString(TestCertificates.key(KEYS)) + more + "}";
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer bindName(TestServer server, String group, String name) {
        return send(server, "POST", PROJECT + "/instances/g1/api-groups/" + group + "/domains", "{\"url_domain\": \"" + name + "\"}");
    }

    private static Answer attach(TestServer server, String domain, String certificate) {
        return send(server, "POST", GROUP + "/domains/" + domain + "/certificates/attach",
            "{\"certificate_ids\": [\"" + certificate + "\"]}");
    }

    private static String id(Answer answer) {
        assertEquals(200, answer.status(), answer.text());
        return answer.json().get("id").asText();
    }

    private static String code(Answer answer) {
        return answer.json().get("error_code").asText();
    }

    private static Answer send(TestServer server, String method, String path, String body) {
        return server.send(method, path, body, "X-Auth-Token", "any");
    }
}
