package dev.postern.fuzz;

import static dev.postern.fuzz.Wire.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Seeds;
import dev.postern.conformance.description.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is not even a proper request: all of it is refused or cut off, the state stays, and the server goes on. */
class WireTest {

    private static final String HEAD = "Host: localhost\r\nX-Auth-Token: any\r\n";
    private static final String JSON = HEAD + "Content-Type: application/json\r\n";
    private static final int LIMIT = 12 * 1024 * 1024;

    private static Server server;
    private static Random random;
    private static String before;
    private static String gateway;

    @BeforeAll
    static void start() {
        server = new Server();
        random = Effort.random(WireTest.class);
        JsonNode seed = new Seeds(WireTest.class.getClassLoader()).get("everything");
        server.put(seed);
        before = server.state();
        gateway = "/v2/" + seed.at("/gateways/0/project_id").asText() + "/apigw/instances/" + seed.at("/gateways/0/id").asText();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void theServerGoesOnAsBefore() {
        assertEquals(before, server.state());
    }

    @Test
    void bodiesOfAllSizes() throws IOException {
        for (int size : new int[] {1, 2, 3, 100, 8191, 8192, 8193, 65_536, 1 << 20, LIMIT - 1, LIMIT, LIMIT + 1, 100 << 20}) {
            for (boolean chunked : new boolean[] {false, true}) {
                for (String path : size > LIMIT + 1 ? List.of(gateway + "/apps", "/v2/nowhere")
                        : List.of(gateway + "/apps", "/_postern/state", "/v3/auth/tokens", "/v2/nowhere")) {
                    Wire.Reply reply = sized(path.contains("state") ? "PUT" : "POST", path, size, chunked);
                    String told = size + (chunked ? " in chunks" : "") + " to " + path + ": " + reply;
                    // What is too large may be cut off while it is still being sent.
                    assertTrue(size > LIMIT ? Set.of(0, 404, 413).contains(reply.status()) : Set.of(400, 404).contains(reply.status()), told);
                }
            }
        }
    }

    private static Wire.Reply sized(String method, String path, int size, boolean chunked) throws IOException {
        byte[] block = "x".repeat(Math.min(size, 1 << 20)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try (Wire wire = new Wire(server.port())) {
            wire.write(bytes(method + " " + path + " HTTP/1.1\r\n" + JSON
                    + (chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: " + size + "\r\n\r\n")));
            for (int sent = 0; sent < size; sent += block.length) {
                int length = Math.min(block.length, size - sent);
                boolean taken = (!chunked || wire.write(bytes(Integer.toHexString(length) + "\r\n")))
                        && wire.write(java.util.Arrays.copyOf(block, length)) && (!chunked || wire.write(bytes("\r\n")));
                if (!taken) {
                    break;
                }
            }
            if (chunked) {
                wire.write(bytes("0\r\n\r\n"));
            }
            return wire.read();
        }
    }

    @Test
    void textThatIsNotUtf8() throws IOException {
        for (String bad : List.of("\u0080", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00f4\u0090\u0080\u0080", "\u00ff\u00fe", "\u00e4", "\u0000",
                "\u00ef\u00bb\u00bf")) {
            String body = "{\"name\": \"abc" + bad + "\"}";
            refused("POST", gateway + "/apps", JSON, body);
            refused("POST", gateway + "/apps", JSON, bad + "{\"name\": \"abc\"}");
            String escaped = String.join("", bad.chars().mapToObj(c -> String.format("%%%02x", c)).toList());
            survives(request("GET", gateway + "/apps?name=" + escaped, HEAD, ""));
            refused("GET", gateway + "/apps/" + escaped, HEAD, "");
            survives(request("GET", gateway + "/apps?name=" + bad, HEAD, ""));
            survives(request("GET", gateway + "/apps", HEAD + "X-Request-Id: " + bad + "\r\n", ""));
        }
        for (String charset : List.of("utf-16", "ISO-8859-1", "nonsense", "\"")) {
            survives(request("POST", gateway + "/apps/check", HEAD + "Content-Type: application/json; charset=" + charset + "\r\n", "{}"));
        }
    }

    @Test
    void pathsWithTricks() throws IOException {
        String app = gateway + "/apps/" + Json.at(tree(), "/gateways/0/apps/0/id").asText();
        String tail = "/apps/1";
        Set<String> paths = new TreeSet<>(List.of(app + "/", app + "/.", app + "//", app + "/..", app + "/../1", app + "%2f", app + "%2e",
                app + ".", app + ";x", app + ";x=1", app + "%00", app + "%0a", app + "%20", app + "%", app + "%zz", app + "%u0031", app + "\\",
                app + "/%2e%2e", app + "#x", app + "%23", app + "%3f", app + "*", app + "~", app + ".json", "/" + app, "//" + app, "/." + app,
                "/x/.." + app, "/%2e%2e" + app, app.replace("/apps/", "//apps/"), app.replace("/apps/", "/./apps/"),
                app.replace("/apps/", "/Apps/"), app.replace("/apps/", "/APPS/"), app.replace("/v2/", "/V2/"), app.replace("/v2/", "/v2;x/"),
                app.replace("/apps/", "/apps%2f"), app.replace("/apps/", "%2fapps/"), app.replace("/apps/", "\\apps\\"),
                app.replace("/apps/", "/apps/x/../"), gateway + "/../../instances" + tail, "http:" + app, "*", "?", "", "x" + app));
        for (String path : paths) {
            for (String method : List.of("DELETE", "PUT", "GET")) {
                Wire.Reply reply = Wire.send(server.port(), bytes(method + " " + path + " HTTP/1.1\r\n" + HEAD + "Connection: close\r\n\r\n"));
                assertTrue(reply.status() == 0 || reply.status() >= 400 && reply.status() < 500, method + " " + path + ": " + reply);
            }
        }
    }

    @Test
    void methodsThatThereAreNot() throws IOException {
        Map<String, Set<String>> methods = new TreeMap<>();
        Map<String, Operation> some = new TreeMap<>();
        for (Operation operation : Server.DESCRIPTIONS.operations()) {
            // DELETE /apps/{id} is also one on /apps/validation: the same path by its form counts as the same.
            methods.computeIfAbsent(operation.path(), path -> new HashSet<>()).add(operation.method());
            some.put(operation.path(), operation);
        }
        for (String path : methods.keySet()) {
            Set<String> known = new HashSet<>();
            String filled = path.replaceAll("\\{[a-z_]+}", "x");
            methods.forEach((other, names) -> {
                if (filled.matches(other.replaceAll("\\{[a-z_]+}", "[^/]+"))) {
                    known.addAll(names);
                }
            });
            for (String method : List.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "FOO", "GETT", "P UT", "\u0000")) {
                if (!known.contains(method) && !(method.equals("HEAD") && known.contains("GET"))) {
                    Wire.Reply reply = Wire.send(server.port(), request(method, filled, JSON, "{}"));
                    assertTrue(reply.status() == 0 || Set.of(400, 404, 405).contains(reply.status()), method + " " + filled + ": " + reply);
                    shaped(reply, some.get(path));
                }
            }
        }
    }

    @Test
    void bodiesOfOtherTypes() throws IOException {
        for (Operation operation : Server.DESCRIPTIONS.operations()) {
            if (operation.body() == null) {
                continue;
            }
            for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
                    "application/jsonx", "nonsense", "/", ";", "application/json, text/plain")) {
                Wire.Reply reply = Wire.send(server.port(), request(operation.method(), filled(operation), HEAD + "Content-Type: " + type + "\r\n", "{}"));
                assertTrue(Set.of(400, 415).contains(reply.status()), operation + " " + type + ": " + reply);
                shaped(reply, operation);
            }
        }
    }

    @Test
    void headersWithoutEnd() throws IOException {
        for (String headers : List.of("X: " + "x".repeat(100_000) + "\r\n", "X: x\r\n".repeat(50_000), "x".repeat(100_000),
                "X-Auth-Token: any\r\n".repeat(1_000), "Cookie: " + "a=b; ".repeat(5_000) + "\r\n", ": x\r\n", " x: y\r\n", "X : y\r\n", "X\r\n",
                "X: a\u0000b\r\n", "X: a\rb\r\n", "X: a\nY: b\r\n", "\u00e4: b\r\n", "Host: other\r\n", "Content-Length: -1\r\n",
                "Content-Length: 1e3\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length: 2\r\nContent-Length: 3\r\n",
                "Transfer-Encoding: nonsense\r\n", "Connection: \u0000\r\n", "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: x\r\n",
                "Expect: nonsense\r\n", "X-Request-Id: " + "0".repeat(33) + "\r\n", "Accept: nonsense\r\n", "Accept: text/html;q=x\r\n",
                "Accept-Encoding: gzip;q=\r\n", "X-Http-Method-Override: DELETE\r\n", "Range: bytes=0-1\r\n", "If-None-Match: *\r\n",
                "Origin: http://evil\r\n", "X-Forwarded-For: ' OR 1=1\r\n", "Forwarded: for=\"\r\n")) {
            survives(bytes("GET " + gateway + " HTTP/1.1\r\n" + HEAD + "Connection: close\r\n" + headers + "\r\n"));
            survives(bytes("GET /nowhere HTTP/1.1\r\n" + HEAD + "Connection: close\r\n" + headers + "\r\n"));
        }
        for (String first : List.of("GET " + gateway + "/" + "x".repeat(100_000) + " HTTP/1.1", "GET " + gateway + "?" + "a=b&".repeat(50_000) + " HTTP/1.1",
                "GET " + gateway + " HTTP/9.9", "GET " + gateway, gateway, "GET  " + gateway + "  HTTP/1.1", "GET\t" + gateway + "\tHTTP/1.1",
                "PRI * HTTP/2.0", "\u0016\u0003\u0001\u0002\u0000\u0001", "", "\u0000".repeat(1000), "GET http://other" + gateway + " HTTP/1.1",
                "CONNECT localhost:80 HTTP/1.1", "GET " + gateway + " HTTP/1.0")) {
            survives(bytes(first + "\r\n" + HEAD + "Connection: close\r\n\r\n"));
        }
    }

    @Test
    void twoLengthsOfOneBody() throws IOException {
        String smuggled = "DELETE " + gateway + " HTTP/1.1\r\n" + HEAD + "\r\n";
        for (String lengths : List.of("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nContent-Length: 500\r\n", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\nContent-Length: 5\r\n",
                "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n", "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n",
                "Transfer-Encoding:\u000bchunked\r\nContent-Length: 5\r\n")) {
            try (Wire wire = new Wire(server.port())) {
                wire.write(bytes("POST " + gateway + "/apps HTTP/1.1\r\n" + JSON + lengths + "\r\n0\r\n\r\n" + smuggled));
                Wire.Reply reply = wire.read();
                assertTrue(reply.status() == 0 || reply.status() / 100 == 4, lengths + reply);
            }
            assertEquals(before, server.state(), "the second request was carried out after " + lengths);
        }
    }

    @Test
    void requestsThatSayGoOnFirst() throws IOException {
        String body = "{\"name\": \"\"}";
        Wire.Reply reply = Wire.send(server.port(), bytes("POST " + gateway + "/apps HTTP/1.1\r\n" + JSON
                + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n"), bytes(body));
        assertEquals(400, reply.status());
        reply = Wire.send(server.port(), bytes("POST " + gateway + "/apps HTTP/1.1\r\n" + JSON
                + "Expect: 100-continue\r\nContent-Length: " + (100 << 20) + "\r\n\r\n"));
        assertTrue(Set.of(413, 417).contains(reply.status()), reply.toString());
    }

    @Test
    void slowAndSilentClients() throws IOException, InterruptedException {
        List<Wire> silent = new ArrayList<>();
        String head = "POST " + gateway + "/apps HTTP/1.1\r\n" + JSON + "Content-Length: 100\r\n\r\n{\"name\"";
        try (Wire slow = new Wire(server.port())) {
            for (int i = 0; i < Effort.of(100, 500); i++) {
                Wire wire = new Wire(server.port());
                silent.add(wire);
                wire.write(bytes(head.substring(0, 1 + random.nextInt(head.length() - 1))));
            }
            String body = "{\"name\": \"\"}";
            slow.write(bytes("POST " + gateway + "/apps HTTP/1.1\r\n" + JSON + "Content-Length: " + body.length() + "\r\n\r\n"));
            for (byte b : bytes(body)) {
                slow.write(new byte[] {b});
                Thread.sleep(Effort.of(20, 500));
                assertEquals(before, server.state(), "while others are silent");
            }
            assertEquals(400, slow.read().status());
        } finally {
            for (Wire wire : silent) {
                wire.close();
            }
        }
    }

    private static JsonNode tree() {
        return Json.parseYaml(before);
    }

    private static String filled(Operation operation) {
        return Bases.all().get(operation).first().request().path().entrySet().stream().reduce(operation.path(),
                (path, value) -> path.replace("{" + value.getKey() + "}", value.getValue().asText()), (a, b) -> b);
    }

    private static byte[] request(String method, String path, String headers, String body) {
        return bytes(method + " " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n"
                + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body);
    }

    private static void refused(String method, String path, String headers, String body) throws IOException {
        Wire.Reply reply = Wire.send(server.port(), request(method, path, headers, body));
        assertTrue(reply.status() == 0 || reply.status() / 100 == 4, method + " " + path + " " + body + ": " + reply);
    }

    /** Answered with anything but a failure, or cut off. */
    private static void survives(byte[] request) throws IOException {
        Wire.Reply reply = Wire.send(server.port(), request);
        assertTrue(reply.status() < 500, new String(request, 0, Math.min(200, request.length), java.nio.charset.StandardCharsets.ISO_8859_1) + ": " + reply);
    }

    /** Errors of requests that never reached an operation have the shape of all others. */
    private static void shaped(Wire.Reply reply, Operation about) {
        if (reply.status() != 0 && !reply.body().isEmpty()) {
            JsonNode error = Json.parseYaml(reply.body());
            boolean iam = error.at("/error/code").isInt() && about.path().startsWith("/v3");
            assertTrue(iam || error.has("error_code") && error.has("error_msg") && error.size() == 2, reply.toString());
        }
    }
}
