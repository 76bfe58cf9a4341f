package dev.postern.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests signed by the vendor's own signer are taken; with one bit of them changed, they are not. */
class SignatureTest {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** The vendor's signer leaves all other headers out. */
    private static final Pattern SIGNED = Pattern.compile("Host:|X-Sdk-Date:|Authorization:");
    private static final String BODY = "{\"name\": \"signed\", \"remark\": \"bit by bit\"}";

    private static Server server;
    private static String path;
    private static String before;

    @BeforeAll
    static void start() {
        server = new Server("postern.auth", "strict");
        ObjectNode state = Identities.everything();
        server.put(state);
        path = "/v2/" + Identities.project(state) + "/apigw/instances/" + state.at("/gateways/0/id").asText() + "/apps";
        before = server.state();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void oneBitMakesItAnother() throws IOException {
        Map<String, String> signed = signed(Instant.now());
        Message message = new Message("POST", path + "?from=fuzz&limit=20", signed, BODY);
        int tried = 0;
        for (int place = 0; place < message.bytes().length; place++) {
            byte original = message.bytes()[place];
            // Another place for the end of the line is another message altogether: see WireTest.
            for (int bit = 0; original != '\r' && original != '\n' && bit < 8; bit++) {
                byte[] changed = message.bytes().clone();
                changed[place] ^= (byte) (1 << bit);
                if (changed[place] != '\r' && changed[place] != '\n' && !equivalent(message, place, changed[place])) {
                    Wire.Reply reply = Wire.send(server.port(), changed);
                    assertTrue(reply.status() == 0 || reply.status() / 100 == 4,
                            new String(changed, StandardCharsets.ISO_8859_1) + " → " + reply);
                    tried++;
                }
            }
        }
        System.out.println("SignatureTest: " + tried + " bits changed");
        assertEquals(before, server.state());
    }

    @Test
    void staleOnesAreRefusedAndThatOfNowIsTaken() throws IOException {
        for (int minutes : new int[] {-60 * 24 * 365, -16, 16, 60 * 24}) {
            Wire.Reply reply = send(signed(Instant.now().plusSeconds(60L * minutes)));
            assertEquals(401, reply.status(), reply.toString());
            assertTrue(reply.body().contains("the signature expired"), reply.toString());
        }
        Map<String, String> old = signed(Instant.now().minusSeconds(60 * 16));
        old.put("X-Sdk-Date", DATE.format(Instant.now()));
        assertEquals(401, send(old).status(), "another date than the signed one");
        assertEquals(before, server.state());

        assertEquals(201, send(signed(Instant.now())).status());
        server.put(Identities.everything());
    }

    private static Wire.Reply send(Map<String, String> headers) throws IOException {
        return Wire.send(server.port(), new Message("POST", path + "?from=fuzz&limit=20", headers, BODY).bytes());
    }

    private static Map<String, String> signed(Instant moment) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("X-Sdk-Date", DATE.format(moment), "Content-Type", "application/json"));
        HttpRequest.HttpRequestBuilder request = HttpRequest.newBuilder().withEndpoint("http://127.0.0.1:" + server.port())
                .withMethod(HttpMethod.POST).withPath(path).withBodyAsString(BODY)
                .addQueryParam("from", List.of("fuzz")).addQueryParam("limit", List.of("20"));
        headers.forEach(request::addHeader);
        headers.putAll(AKSKSigner.getInstance().sign(request.build(), new BasicCredentials().withAk(Identities.KEY).withSk(Identities.SECRET)));
        headers.put("Host", "127.0.0.1:" + server.port());
        return headers;
    }

    /** Changes that leave the request the same: capitals in names of headers, the version, and headers that are not signed. */
    private static boolean equivalent(Message message, int place, byte changed) {
        String text = new String(message.bytes(), StandardCharsets.ISO_8859_1);
        int line = text.lastIndexOf('\n', place) + 1;
        boolean inFirst = line == 0;
        boolean inHeaders = !inFirst && place < text.indexOf("\r\n\r\n");
        boolean inName = inHeaders && place < text.indexOf(':', line);
        boolean caseAlone = Character.toLowerCase(text.charAt(place)) == Character.toLowerCase((char) (changed & 0xff));
        return inName && caseAlone || inFirst && place > text.indexOf(" HTTP/") || inHeaders && !inName && blank(text.charAt(place)) && blank((char) changed)
                || inHeaders && !SIGNED.matcher(text).region(line, text.length()).lookingAt();
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    /** A request as it goes over the wire. */
    private record Message(byte[] bytes) {

        Message(String method, String target, Map<String, String> headers, String body) {
            this(text(method, target, headers, body).getBytes(StandardCharsets.ISO_8859_1));
        }

        private static String text(String method, String target, Map<String, String> headers, String body) {
            StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
            headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
            return text.append("Connection: close\r\nContent-Length: ").append(body.length()).append("\r\n\r\n").append(body).toString();
        }
    }
}
