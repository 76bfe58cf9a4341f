package dev.postern.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/** A tiny server that keeps the contract of stub/things.yaml, unless it is told to break it. */
final class StubServer implements AutoCloseable {

    /** What the server can get wrong. */
    enum Slip { NO_CONTROL, OTHER_STATUS, EXTRA_FIELD, OTHER_ID_IN_MESSAGE, FIXED_ID, LENIENT_LENGTH, CHANGES_WHEN_REFUSING,
        CHANGES_AT_UNKNOWN_FIELD, CHANGES_WHEN_LISTING, OTHER_LIMIT, ONE_COLOUR }

    static {
        // Otherwise every answer waits for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Set<Slip> slips;
    private ObjectNode state = Json.object();

    StubServer(Slip... slips) throws IOException {
        this.slips = Set.of(slips);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try (exchange) {
            if (exchange.getRequestURI().getPath().startsWith("/_postern/")) {
                control(exchange, body);
            } else if (exchange.getRequestMethod().equals("POST")) {
                create(exchange, body);
            } else {
                list(exchange);
            }
        }
    }

    private void control(HttpExchange exchange, String body) throws IOException {
        if (slips.contains(Slip.NO_CONTROL)) {
            answer(exchange, 404, null);
        } else if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, state);
        } else {
            state = body.isEmpty() ? Json.object() : (ObjectNode) Json.parse(body);
            answer(exchange, 204, null);
        }
    }

    private void create(HttpExchange exchange, String body) throws IOException {
        String wrong = wrong(body);
        if (wrong != null) {
            if (slips.contains(Slip.CHANGES_WHEN_REFUSING)
                    || slips.contains(Slip.CHANGES_AT_UNKNOWN_FIELD) && wrong.equals("x_postern_unknown")) {
                things().add(Json.object().put("id", "left behind"));
            }
            answer(exchange, 400, wrong.equals("{")
                    ? error("APIG.2000", "Parameter error: Serialization error: unexpected end")
                    : error("APIG.2011", "Invalid parameter value,parameterName:" + wrong
                            + ". Please refer to the support documentation"));
            return;
        }
        JsonNode asked = Json.parse(body);
        String id = slips.contains(Slip.FIXED_ID) ? "no-hex" : UUID.randomUUID().toString().replace("-", "").substring(16);
        ObjectNode thing = Json.object().put("id", id)
                .put("message", "Made " + (slips.contains(Slip.OTHER_ID_IN_MESSAGE) ? "ffffffffffffffff" : id) + ".")
                .put("name", asked.path("name").asText()).put("colour", asked.path("colour").asText("RED"));
        if (slips.contains(Slip.EXTRA_FIELD)) {
            thing.put("secret", "not described");
        }
        things().add(thing);
        answer(exchange, slips.contains(Slip.OTHER_STATUS) ? 202 : 201, thing);
    }

    private String wrong(String body) {
        JsonNode asked;
        try {
            asked = Json.parse(body);
        } catch (JsonProcessingException e) {
            return "{";
        }
        if (body.isBlank()) {
            return "{";
        }
        int longest = slips.contains(Slip.LENIENT_LENGTH) ? 9 : 8;
        if (!asked.path("name").isTextual() || !asked.path("name").textValue().matches("[a-z]{3," + longest + "}")) {
            return "name";
        }
        if (asked.has("colour") && !Set.of("RED", "BLUE").contains(asked.path("colour").isTextual()
                ? asked.path("colour").textValue() : "")) {
            return "colour";
        }
        return asked.has("x_postern_unknown") ? "x_postern_unknown" : null;
    }

    private void list(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        int limit = 2;
        if (query != null && query.matches("limit=-?\\d+")) {
            limit = Integer.parseInt(query.substring("limit=".length()));
        }
        limit = limit < 1 ? 2 : Math.min(limit, slips.contains(Slip.OTHER_LIMIT) ? 4 : 3);
        ObjectNode answer = Json.object();
        ArrayNode shown = answer.putArray("things");
        for (int i = 0; i < Math.min(limit, things().size()); i++) {
            ObjectNode thing = things().get(i).deepCopy();
            shown.add(slips.contains(Slip.ONE_COLOUR) ? thing.put("colour", "BLUE") : thing);
        }
        if (slips.contains(Slip.CHANGES_WHEN_LISTING)) {
            state.put("listed", state.path("listed").asInt() + 1);
        }
        answer(exchange, 200, answer);
    }

    private ArrayNode things() {
        return state.has("things") ? (ArrayNode) state.get("things") : state.putArray("things");
    }

    private static ObjectNode error(String code, String message) {
        return Json.object().put("error_code", code).put("error_msg", message);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        if (body == null) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        byte[] bytes = Json.compact(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
