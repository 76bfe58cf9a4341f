package dev.postern.identity;

import dev.postern.support.Database;
import dev.postern.support.Identities;
import dev.postern.support.Signer;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import static dev.postern.support.Identities.ADMIN;
import static dev.postern.support.Identities.OTHER_PROJECT;
import static dev.postern.support.Identities.PROJECT;
import static dev.postern.support.Identities.READER;
import static dev.postern.support.Identities.RESIZER;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A strict server takes known users, keys and tokens only, and lets them do what they may. */
@ParameterizedClass
@EnumSource(Database.class)
class StrictTest {

    private static final String DENIED = "Incorrect token or token resolution failed";
    private static final String GATEWAYS = "/v2/" + PROJECT + "/apigw/instances";
    private static final String ORDER = """
        {"instance_name": "apig-demo", "spec_id": "BASIC", "available_zone_ids": ["az1"], "vpc_id": "vpc-1",
         "subnet_id": "subnet-1", "security_group_id": "group-1"}""";

    @Parameter
    Database database;

    private static TestServer server;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        server = TestServer.start(database.newUrl(), "postern.auth", "strict");
    }

    @BeforeEach
    void seed() {
        server.put(Identities.STATE);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
    }

    @Test
    void aSignedRequestIsServed() {
        Answer created = signed(ADMIN, "POST", GATEWAYS, ORDER);
        assertEquals(202, created.status(), created.text());
        Answer shown = signed(ADMIN, "GET", GATEWAYS + "/" + created.json().get("instance_id").asText(), null);
        assertEquals("admin", shown.json().get("user_id").asText());
    }

    @Test
    void theQueryIsSigned() {
        Map<String, List<String>> query = Map.of("instance_name", List.of("a b+c/ä*~"), "offset", List.of("0"), "limit", List.of(""));
        String[] headers = ADMIN.headers(server, Instant.now(), "GET", GATEWAYS, query, null);
        String sent = "?limit=&offset=0&instance_name=a%20b%2Bc%2F%C3%A4%2A~";
        assertEquals(200, server.send("GET", GATEWAYS + sent, null, headers).status());
        assertEquals(200, server.send("GET", GATEWAYS + sent.replace("~", "%7E"), null, headers).status());
        refused("the signature does not match the request",
            server.send("GET", GATEWAYS + sent.replace("offset=0", "offset=1"), null, headers));
        refused("the signature does not match the request",
            server.send("GET", GATEWAYS + sent.replace("%2B", "+"), null, headers));
        refused("the signature does not match the request", server.send("GET", GATEWAYS, null, headers));
    }

    @Test
    void theBodyIsSigned() {
        String[] headers = ADMIN.headers(server, "POST", GATEWAYS, ORDER);
        refused("the signature does not match the request",
            server.send("POST", GATEWAYS, ORDER.replace("apig-demo", "apig-dem0"), headers));
        assertEquals(202, server.send("POST", GATEWAYS, ORDER, headers).status());
    }

    @Test
    void theBodyMayBeLeftOutOfTheSignature() {
        String[] headers = ADMIN.headers(server, "POST", GATEWAYS, ORDER, "X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD");
        assertEquals(202, server.send("POST", GATEWAYS, ORDER, headers).status());
        String[] hashed = ADMIN.headers(server, "POST", GATEWAYS, ORDER, "X-Sdk-Content-Sha256",
            Signature.sha256("another".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        refused("the signature does not match the request: X-Sdk-Content-Sha256 is not the body's hash",
            server.send("POST", GATEWAYS, ORDER, hashed));
    }

    @Test
    void anEmptySignedBodyIsServed() {
        assertEquals(404, signed(ADMIN, "DELETE", GATEWAYS + "/none", null).status());
    }

    @Test
    void aSignatureAlteredInAnyBitIsRefused() {
        String[] headers = ADMIN.headers(server, "GET", GATEWAYS, null, "X-Project-Id", PROJECT);
        assertEquals(200, server.send("GET", GATEWAYS, null, headers).status());
        for (int i = 0; i < headers.length; i += 2) {
            for (int bit = 0; bit < headers[i + 1].length() * 7; bit++) {
                String[] altered = headers.clone();
                char[] value = headers[i + 1].toCharArray();
                value[bit / 7] ^= (char) (1 << bit % 7);
                altered[i + 1] = new String(value);
                // Neither can be sent within a header: what a client refuses need not be tried.
                if (value[bit / 7] < ' ' || value[bit / 7] > '~' || !altered[i + 1].equals(altered[i + 1].trim())) {
                    continue;
                }
                if (headers[i].equals("Host") && !altered[i + 1].matches("[0-9.]+:[0-9]+")) {
                    continue;
                }
                Answer answer = server.send("GET", GATEWAYS, null, altered);
                assertEquals(401, answer.status(), headers[i] + ": " + altered[i + 1]);
            }
        }
    }

    @Test
    void aRequestAlteredInAnyBitIsRefused() {
        String path = GATEWAYS + "/6a7d71827fd54572b1f31aa9548fcc81/eip";
        String[] headers = ADMIN.headers(server, "DELETE", path, null);
        assertEquals(404, server.send("DELETE", path, null, headers).status());
        // What stands before and behind the ids chooses another operation, or none.
        alterations(path, "[A-Za-z0-9_-]", altered -> {
            if (altered.matches("/v2/[^/]+/apigw/instances/[^/]+/eip")) {
                refusedAltered("DELETE", altered, null, headers);
            }
        });

        Map<String, List<String>> query = Map.of("instance_name", List.of("one"), "limit", List.of("10"), "status", List.of("Running"));
        String[] asking = ADMIN.headers(server, Instant.now(), "GET", GATEWAYS, query, null);
        String sent = "?instance_name=one&limit=10&status=Running";
        assertEquals(200, server.send("GET", GATEWAYS + sent, null, asking).status());
        alterations(sent.substring(1), "[A-Za-z0-9._~&=-]", altered ->
            refusedAltered("GET", GATEWAYS + "?" + altered, null, asking));
        refusedAltered("HEAD", GATEWAYS + sent, null, asking);
        refusedAltered("GET", GATEWAYS + sent + "&offset=0", null, asking);

        String[] ordering = ADMIN.headers(server, "POST", GATEWAYS, ORDER);
        alterations(ORDER, "(?s).", altered -> refusedAltered("POST", GATEWAYS, altered, ordering));
        refusedAltered("POST", GATEWAYS, ORDER + " ", ordering);
        refusedAltered("POST", GATEWAYS, null, ordering);
        assertEquals(202, server.send("POST", GATEWAYS, ORDER, ordering).status());
    }

    @Test
    void whatIsSignedIsWhatIsRead() {
        Map<String, List<String>> query = Map.of("instance_name", List.of("a;status=Asleep"));
        String[] headers = ADMIN.headers(server, Instant.now(), "GET", GATEWAYS, query, null);
        for (String sent : List.of("?instance_name=a%3Bstatus%3DAsleep", "?instance_name=a;status=Asleep")) {
            Answer answer = server.send("GET", GATEWAYS + sent, null, headers);
            assertEquals(200, answer.status(), answer.text());
        }
    }

    @Test
    void theSameRequestMayComeAgainWhileItIsFresh() {
        String[] headers = ADMIN.headers(server, "GET", GATEWAYS, null);
        for (int i = 0; i < 3; i++) {
            assertEquals(200, server.send("GET", GATEWAYS, null, headers).status());
        }
    }

    @Test
    void theSameRequestIsRefusedOnceItIsStale() {
        server.put(Identities.STATE + "clock: {frozen_at: '2024-04-16T09:53:41Z'}\n");
        String[] headers = ADMIN.headers(server, Instant.parse("2024-04-16T09:53:41Z"), "GET", GATEWAYS, Map.of(), null);
        assertEquals(200, server.send("GET", GATEWAYS, null, headers).status());
        server.put(Identities.STATE + "clock: {frozen_at: '2024-04-16T10:08:42Z'}\n");
        refused("the signature expired, signature time: 20240416T095341Z, server time: 2024-04-16T10:08:42Z",
            server.send("GET", GATEWAYS, null, headers));
    }

    @Test
    void aDateMoreThanFifteenMinutesOffIsRefused() {
        Instant now = Instant.parse("2024-04-16T09:53:41Z");
        server.put(Identities.STATE + "clock: {frozen_at: '" + now + "'}\n");
        for (Duration off : List.of(Duration.ofMinutes(15), Duration.ofMinutes(-15), Duration.ZERO)) {
            assertEquals(200, at(now.plus(off)).status(), off.toString());
        }
        refused("the signature expired, signature time: 20240416T093840Z, server time: 2024-04-16T09:53:41Z",
            at(now.minus(Duration.ofSeconds(901))));
        refused("the signature expired, signature time: 20240416T100842Z, server time: 2024-04-16T09:53:41Z",
            at(now.plus(Duration.ofSeconds(901))));
    }

    @Test
    void anUnknownKeyIsRefused() {
        refused("the access key NOKEY does not exist or is inactive", signed(new Signer("NOKEY", "s"), "GET", GATEWAYS, null));
        refused("the access key OLDKEY does not exist or is inactive", signed(new Signer("OLDKEY", "old"), "GET", GATEWAYS, null));
        refused("the user is disabled", signed(new Signer("GONEKEY", "gone-secret"), "GET", GATEWAYS, null));
        refused("the signature does not match the request", signed(new Signer("ADMINKEY", "wrong"), "GET", GATEWAYS, null));
    }

    @Test
    void whatIsNotASignatureIsRefused() {
        refused("temporary access keys (X-Security-Token) are not supported",
            server.send("GET", GATEWAYS, null, ADMIN.headers(server, "GET", GATEWAYS, null, "X-Security-Token", "t")));
        refused("the Authorization header is malformed",
            server.send("GET", GATEWAYS, null, "Authorization", "SDK-HMAC-SHA256 Access=ADMINKEY"));
        String signature = ", Signature=" + "0".repeat(64);
        refused("the header host is not signed", server.send("GET", GATEWAYS, null, "Authorization",
            "SDK-HMAC-SHA256 Access=ADMINKEY, SignedHeaders=x-sdk-date" + signature));
        refused("the header x-sdk-date is not signed", server.send("GET", GATEWAYS, null, "Authorization",
            "SDK-HMAC-SHA256 Access=ADMINKEY, SignedHeaders=host" + signature));
        refused("the signed header x-sdk-date is missing", server.send("GET", GATEWAYS, null, "Authorization",
            "SDK-HMAC-SHA256 Access=ADMINKEY, SignedHeaders=host;x-sdk-date" + signature));
        refused("X-Sdk-Date must read like 20240416T095341Z", server.send("GET", GATEWAYS, null, "X-Sdk-Date", "now",
            "Authorization", "SDK-HMAC-SHA256 Access=ADMINKEY, SignedHeaders=host;x-sdk-date" + signature));
        assertEquals(DENIED, server.send("GET", GATEWAYS, null, "Authorization", "Basic YTpi").json().get("error_msg").asText());
    }

    @Test
    void aProjectOfOthersIsForbidden() {
        assertEquals(200, signed(ADMIN, "GET", "/v2/" + OTHER_PROJECT + "/apigw/instances", null).status());
        for (String project : List.of(Identities.FOREIGN_PROJECT, "unknown", "closed")) {
            forbidden(signed(ADMIN, "GET", "/v2/" + project + "/apigw/instances", null));
        }
        forbidden(signed(READER, "GET", "/v2/" + OTHER_PROJECT + "/apigw/instances", null));
        forbidden(server.send("GET", GATEWAYS, null, ADMIN.headers(server, "GET", GATEWAYS, null, "X-Project-Id", OTHER_PROJECT)));
    }

    @Test
    void aKnownTokenOpensItsProject() {
        for (String token : List.of("project-token", "reader-token")) {
            assertEquals(200, server.send("GET", GATEWAYS, null, "X-Auth-Token", token).status());
            forbidden(server.send("GET", "/v2/" + OTHER_PROJECT + "/apigw/instances", null, "X-Auth-Token", token));
        }
        forbidden(server.send("GET", GATEWAYS, null, "X-Auth-Token", "domain-token"));
        assertEquals(202, server.send("POST", GATEWAYS, ORDER, "X-Auth-Token", "project-token").status());
    }

    @Test
    void anyOtherTokenIsRefused() {
        for (String token : List.of("other", "project-token ", "Project-token", "")) {
            if (!token.equals(token.trim())) {
                continue;
            }
            Answer answer = server.send("GET", GATEWAYS, null, "X-Auth-Token", token);
            assertEquals("{\"error_code\":\"APIC.7102\",\"error_msg\":\"" + DENIED + "\"}", answer.text());
            assertEquals(401, answer.status());
        }
        refused("the token has expired", server.send("GET", GATEWAYS, null, "X-Auth-Token", "expired-token"));
        refused("the user is disabled", server.send("GET", GATEWAYS, null, "X-Auth-Token", "gone-token"));
    }

    @Test
    void whoMayOnlyReadMayOnlyGet() {
        assertEquals(200, signed(READER, "GET", GATEWAYS, null).status());
        assertEquals(404, signed(READER, "GET", GATEWAYS + "/none", null).status());
        forbidden(signed(READER, "POST", GATEWAYS, ORDER));
        forbidden(signed(READER, "DELETE", GATEWAYS + "/none", null));
        forbidden(server.send("POST", GATEWAYS, ORDER, "X-Auth-Token", "reader-token"));
    }

    @Test
    void aListOfActionsIsTheLimit() {
        assertEquals(200, signed(RESIZER, "GET", GATEWAYS, null).status());
        forbidden(signed(RESIZER, "GET", GATEWAYS + "/none", null));
        assertEquals(404, signed(RESIZER, "DELETE", GATEWAYS + "/none/eip", null).status());
        forbidden(signed(RESIZER, "POST", GATEWAYS, ORDER));
        Answer inside = signed(RESIZER, "PUT", GATEWAYS + "/none/apps/secret/app", null);
        assertEquals("{\"error_code\":\"APIG.1005\",\"error_msg\":\"No permissions to request this method\"}", inside.text());
        assertEquals(403, inside.status());
    }

    @Test
    void theAlteredPathIsRefused() {
        String[] headers = ADMIN.headers(server, "DELETE", GATEWAYS + "/one", null);
        assertEquals(404, server.send("DELETE", GATEWAYS + "/one", null, headers).status());
        refused("the signature does not match the request", server.send("DELETE", GATEWAYS + "/two", null, headers));
        refused("the signature does not match the request", server.send("GET", GATEWAYS + "/one", null, headers));
    }

    private Answer signed(Signer signer, String method, String path, String body) {
        return server.send(method, path, body, signer.headers(server, method, path, body));
    }

    private Answer at(Instant moment) {
        return server.send("GET", GATEWAYS, null, ADMIN.headers(server, moment, "GET", GATEWAYS, Map.of(), null));
    }

    /** Every text in which one bit differs and the character that has it is still of a kind. */
    private static void alterations(String text, String kind, Consumer<String> each) {
        for (int bit = 0; bit < text.length() * 7; bit++) {
            char[] altered = text.toCharArray();
            altered[bit / 7] ^= (char) (1 << bit % 7);
            if (String.valueOf(altered[bit / 7]).matches(kind)) {
                each.accept(new String(altered));
            }
        }
    }

    private static void refusedAltered(String method, String path, String body, String[] headers) {
        assertEquals(401, server.send(method, path, body, headers).status(), method + " " + path + " " + body);
    }

    private static void refused(String reason, Answer answer) {
        assertEquals("{\"error_code\":\"APIC.7102\",\"error_msg\":\"" + DENIED + ": " + reason + "\"}", answer.text());
        assertEquals(401, answer.status());
    }

    private static void forbidden(Answer answer) {
        assertEquals("{\"error_code\":\"APIC.7106\",\"error_msg\":\"No permissions to request for the method\"}", answer.text());
        assertEquals(403, answer.status());
    }
}
