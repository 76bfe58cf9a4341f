package dev.postern.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.RequestData;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.description.Schemas;
import dev.postern.conformance.run.Exchange;
import dev.postern.log.LogFormat;
import dev.postern.log.Logging;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets that requests carry are in no line of the log, no entry of the journal and no error. */
class SecretsTest {

    private static final String CANARY = "CanaryCanary0123";
    private static final Pattern CANARIES = Pattern.compile("Canary|canary-of|" + privateKey());
    private static final Pattern SECRET = Pattern.compile("password|secret|private_key|app_code$|app_key|sign_key|^token$|plugin_content");
    /** What the state shows of a secret, because it goes back in whole: docs/decisions/0007-identity.md. */
    private static final Set<String> SHOWN = Set.of("app_code", "app_key", "app_secret", "sign_key", "sign_secret", "plugin_content", "private_key", "secret");

    private final Set<String> fields = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"open, TEXT", "open, JSON", "strict, TEXT"})
    void nobodyTellsThem(String mode, LogFormat format) throws IOException {
        PrintStream usual = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        Logging.set("debug", format);
        try (Server server = new Server("postern.auth", mode, "postern.journal-size", "1000000", "postern.log-level", "debug")) {
            for (Case base : Bases.all().values()) {
                List<String> secret = secret(base.operation());
                if (!secret.isEmpty()) {
                    server.put(Identities.with(base.seed()));
                    server.order("setJournal", Json.object().put("recording", true));
                    secret.forEach(pointer -> tell(server, base, pointer));
                }
            }
            elsewhere(server);
            JsonNode journal = journal(server);
            assertTrue(journal.size() > 100, "the journal was read");
            journal.forEach(entry -> search("the journal", entry.toString()));
            searchState(Json.parseYaml(server.state()), "");
        } finally {
            System.setErr(usual);
            Logging.set("info", LogFormat.TEXT);
        }
        List<String> lines = log.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.size() > 100, "the log was read");
        lines.forEach(line -> search("the log", line));
        // Every line begins like one, so that no caller wrote one of their own.
        assertEquals(List.of(), lines.stream().filter(line -> !line.startsWith("{\"time\"") && !line.matches("[0-9:]{8}\\.\\d{3} [A-Z]+ .*")
                || line.matches(".{0,20}Forged.*")).toList());
        System.out.println("SecretsTest: " + mode + ", " + lines.size() + " lines of log, secret: " + fields);
        assertEquals(List.of(), problems);
    }

    /** The places of a body that hold secrets. */
    private List<String> secret(Operation operation) {
        if (operation.body() == null) {
            return List.of();
        }
        List<String> found = Schemas.locations(operation.body()).entrySet().stream()
                .filter(place -> place.getValue().path("type").asText().equals("string") && SECRET.matcher(name(place.getKey())).find())
                .map(Map.Entry::getKey).toList();
        found.forEach(pointer -> fields.add(name(pointer)));
        return found;
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** Sends a secret in a place, rightly and in the ways in which it may go wrong. */
    private void tell(Server server, Case base, String pointer) {
        JsonNode body = base.first().request().tree(Server.DESCRIPTIONS, base.operation());
        String content = "{\\\"sasl_config\\\": {\\\"sasl_password\\\": \\\"" + CANARY + "\\\"}";
        for (String json : List.of("\"" + CANARY + "\"", "[\"" + CANARY + "\"]", "{\"a\": \"" + CANARY + "\"}", "\"" + CANARY.repeat(5_000) + "\"",
                "\"" + CANARY + "\", \"x_postern_unknown\": \"x\"", "\"" + CANARY + "\\u0000\"", "\"" + CANARY + "\n\"", "'" + CANARY + "'", "\"" + content + "}\"",
                "\"" + content + "\"", "\"" + CANARY)) {
            String text = Attempt.with(base.operation(), body, pointer, json);
            send(server, base.operation(), base.first().request().withBody(null, text));
            RequestData request = base.first().request();
            for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
                send(server, base.operation(), new RequestData(request.path(), request.query(), request.headers(), null, null, null, text, type, null, null));
            }
        }
    }

    private void send(Server server, Operation operation, RequestData request) {
        Map<String, JsonNode> headers = new LinkedHashMap<>(Server.asAdmin(request).headers());
        headers.putIfAbsent("X-Auth-Token", TextNode.valueOf(Identities.TOKEN));
        Exchange exchange = server.send(operation, request.with(request.path(), request.query(), headers));
        Judge.problems(exchange).forEach(problem -> problems.add(problem + "\n   " + Judge.told(exchange)));
        if (!exchange.succeeded()) {
            search("an error", exchange.answer() + exchange.received());
        }
    }

    /** In headers, queries and paths that lead nowhere. */
    private void elsewhere(Server server) throws IOException {
        String secrets = "X-Auth-Token: " + CANARY + "\r\nAuthorization: Bearer " + CANARY + "\r\nCookie: a=" + CANARY + "\r\n"
                + Server.ADMIN_HEADER + ": " + CANARY + "\r\nX-Security-Token: " + CANARY + "\r\nConnection: close\r\n";
        for (String method : List.of("GET", "PUT", "FOO")) {
            for (String path : List.of("/v2/p/apigw/instances?token=" + CANARY + "&app_secret=" + CANARY + "&X-Auth-Token=" + CANARY + "&limit=x",
                    "/v2/nowhere?password=" + CANARY, "/v3/auth/tokens?token=" + CANARY, "/_postern/state?admin_token=" + CANARY, "/%?secret=" + CANARY,
                    "/v2/p/apigw/instances/x%0d%0a12:00:00.000%20ERROR%20Forged%1b[31m", "/x%0a{\"time\":1}")) {
                Wire.Reply reply = Wire.send(server.port(), Wire.bytes(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + secrets
                        + "Content-Length: " + CANARY.length() + "\r\n\r\n" + CANARY));
                if (reply.status() >= 400) {
                    search("an error", reply.toString());
                }
            }
        }
    }

    private static JsonNode journal(Server server) {
        var all = Json.MAPPER.createArrayNode();
        for (int offset = 0; ; offset += 1000) {
            RequestData request = RequestData.none().with(Map.of(), Map.of("limit", IntNode.valueOf(1000), "offset", IntNode.valueOf(offset)), Map.of());
            JsonNode page = server.send(Server.DESCRIPTIONS.operation("listJournal"), Server.asAdmin(request)).answerJson().path("entries");
            if (page.isEmpty()) {
                return all;
            }
            page.forEach(all::add);
        }
    }

    private void searchState(JsonNode state, String name) {
        if (state.isValueNode() && !SHOWN.contains(name)) {
            search("the state, " + name, state.asText());
        }
        state.fields().forEachRemaining(field -> searchState(field.getValue(), field.getKey()));
        if (state.isArray()) {
            state.forEach(each -> searchState(each, name));
        }
    }

    private void search(String where, String text) {
        if (problems.size() < 20 && CANARIES.matcher(text).find()) {
            problems.add("a secret is in " + where + ": " + Judge.shorten(text) + "\n");
        }
    }

    /** A line of the key that the seeds have a certificate for. */
    private static String privateKey() {
        return Pattern.quote(Identities.everything().at("/certificates/0/private_key").asText().lines().skip(1).findFirst().orElseThrow());
    }
}
