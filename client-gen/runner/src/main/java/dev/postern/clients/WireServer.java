package dev.postern.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Answers what {@code wire.yaml} describes, and any gateway as a server of a later version would show it. */
final class WireServer implements AutoCloseable {

    /** The thing with its values at the edges. */
    static final String THING = """
        {"name": "网关 ½ 🙂", "kind": 7, "state": "UnRegisterFailed", "note": null, "big": 9007199254740993,
         "biggest": 9223372036854775807, "ratio": 0.5, "created": "2020-08-03T12:25:52.257957Z", "day": "2024-02-29",
         "tags": [], "labels": null}""";

    private static final String NEWER_THING = """
        {"name": "newer", "kind": 99, "state": "Sleeping", "since": {"a": [1, {"b": null}]}, "more": [1], "tags": ["a"]}""";

    private static final String NEWER_GATEWAY = """
        {"id": "newer", "instance_name": "newer", "status": "Sleeping", "instance_status": 99, "spec": "TITANIUM",
         "charging_mode": 7, "loadbalancer_provider": "nlb", "create_time": 9007199254740993,
         "cbc_operation_locks": [{"lock_scene": "NEW_LOCK", "since": 1}], "new_object": {"a": [1, {"b": null}]},
         "new_list": [1]}""";

    /** What both directions of the file have to be: each byte once. */
    private static final String FILE = IntStream.range(0, 256).mapToObj(Character::toString)
        .collect(Collectors.joining());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PART = Pattern.compile(
        "Content-Disposition:[^\r\n]*? name=\"?([^\";\r\n]+)\"?(?:[^\r\n]*?filename=\"?([^\";\r\n]+)\"?)?[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n",
        Pattern.CASE_INSENSITIVE);

    private final HttpServer server;
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    WireServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (!exchange.getRequestHeaders().containsKey("X-Auth-Token")
                    && !exchange.getRequestHeaders().containsKey("Authorization")) {
                refuse(exchange, 401, "The client sends neither a token nor a signature");
                return;
            }
            String operation = exchange.getRequestMethod() + " " + path;
            if (operation.equals("GET /wire/file")) {
                send(exchange, 200, "application/octet-stream", FILE.getBytes(ISO_8859_1));
            } else if (operation.equals("POST /wire/file")) {
                upload(exchange, new String(body, ISO_8859_1));
            } else if (operation.equals("GET /wire/busy")) {
                busy(exchange);
            } else if (operation.startsWith("GET /wire/things/")) {
                json(exchange, 200, path.endsWith("/newer") ? NEWER_THING : THING);
            } else if (operation.startsWith("PUT /wire/things/")) {
                update(exchange, new String(body, UTF_8));
            } else if (operation.matches("GET /v2/[^/]+/apigw/instances/[^/]+")) {
                json(exchange, 200, NEWER_GATEWAY);
            } else {
                refuse(exchange, 404, "The wire server has no " + operation);
            }
        }
    }

    /** Null and absent say the same in a thing; anything else has to be equal, a number also in its kind. */
    private static void update(HttpExchange exchange, String sent) throws IOException {
        if (comparable(sent).equals(comparable(THING))) {
            json(exchange, 200, sent);
        } else {
            refuse(exchange, 400, "This is not the thing that showThing gives: " + sent);
        }
    }

    private static JsonNode comparable(String json) throws IOException {
        JsonNode tree = JSON.readTree(json);
        for (var fields = tree.fields(); fields.hasNext(); ) {
            var field = fields.next();
            if (field.getValue().isNull()) {
                fields.remove();
            } else if (field.getKey().equals("created")) {
                // The same moment may be written with +00:00 or with more zeros.
                field.setValue(new TextNode(OffsetDateTime.parse(field.getValue().asText()).toInstant().toString()));
            }
        }
        return tree;
    }

    private static void upload(HttpExchange exchange, String body) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        Matcher boundary = Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?").matcher(type);
        if (!boundary.find()) {
            refuse(exchange, 400, "Not multipart/form-data with a boundary: " + type);
            return;
        }
        Map<String, String> values = new ConcurrentHashMap<>();
        for (String part : body.split("(\r\n)?--" + Pattern.quote(boundary.group(1)))) {
            Matcher head = PART.matcher(part);
            if (head.find()) {
                values.put(head.group(1), part.substring(head.end()));
                values.put(head.group(1) + " name", String.valueOf(head.group(2)));
            }
        }
        if (!FILE.equals(values.get("file"))) {
            refuse(exchange, 400, "The part file does not hold each byte once");
            return;
        }
        json(exchange, 200, JSON.writeValueAsString(Map.of("size", values.get("file").length(),
            "file_name", values.get("file name"), "group_id", values.getOrDefault("group_id", ""))));
    }

    private void busy(HttpExchange exchange) throws IOException {
        Map<String, String> query = Pattern.compile("&").splitAsStream(exchange.getRequestURI().getQuery())
            .map(pair -> pair.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        int attempt = attempts.merge(query.get("key"), 1, Integer::sum);
        if (attempt > Integer.parseInt(query.get("times"))) {
            json(exchange, 200, "{\"attempts\": " + attempt + "}");
        } else {
            refuse(exchange, Integer.parseInt(query.get("status")), "Refused for the time being");
        }
    }

    private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
        json(exchange, status, JSON.writeValueAsString(Map.of("error_code", "WIRE." + status, "error_msg", message)));
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "application/json", body.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
