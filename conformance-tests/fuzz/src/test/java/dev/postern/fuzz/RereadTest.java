package dev.postern.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.RequestData;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.run.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What infrastructure-as-code does with each kind of resource: create it, read it, change one field after the other and
 * read it each time, delete it, find it gone. Every field that was sent has to be read as it was sent: then a second
 * plan finds nothing to change.
 */
class RereadTest {

    /** The same each time: whether a field is shown may depend on what others say, and each of those is in Deviations. */
    private static final Random RANDOM = new Random(22);
    private static Server server;

    @BeforeAll
    static void start() {
        server = new Server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> whatIsReadIsWhatWasSent() {
        List<Kind> kinds = Kind.all();
        assertTrue(kinds.size() > 12, kinds.toString());
        return kinds.stream().map(kind -> DynamicTest.dynamicTest(kind.toString(), () -> new Life(kind).all()));
    }

    /** One resource from its creation to its end. */
    private static final class Life {
        private final Kind kind;
        private final Case base;
        private final List<String> problems = new ArrayList<>();
        private final Values values = new Values(RANDOM, new Pool(RANDOM));
        private ObjectNode sent;
        private String id;

        Life(Kind kind) {
            this.kind = kind;
            this.base = kind.richest();
        }

        void all() {
            sent = (ObjectNode) base.first().request().tree(Server.DESCRIPTIONS, kind.create()).deepCopy();
            create(sent);
            fill();
            compare("created", sent);
            if (kind.update() != null) {
                update();
            }
            assertEquals(2, send(kind.delete(), null).status() / 100, kind.delete().id());
            JsonNode gone = read();
            assertTrue(gone == null, () -> "still there: " + gone);
            System.out.println("RereadTest: " + kind + ", " + sent.size() + " of " + kind.create().body().path("properties").size() + " fields");
            assertEquals(List.of(), problems);
        }

        /** Sends what the kit's request leaves out too, each field that the server takes beside the others. */
        private void fill() {
            kind.create().body().path("properties").fields().forEachRemaining(field -> {
                if (!sent.has(field.getKey())) {
                    ObjectNode more = sent.deepCopy().set(field.getKey(), values.of(field.getKey(), field.getValue()));
                    server.put(base.seed());
                    if (attempt(more)) {
                        sent = more;
                    }
                }
            });
            server.put(base.seed());
            create(sent);
        }

        private boolean attempt(JsonNode body) {
            Exchange exchange = send(kind.create(), body);
            judge(exchange);
            return exchange.succeeded();
        }

        private void create(JsonNode body) {
            if (id == null) {
                server.put(base.seed());
            }
            Exchange exchange = send(kind.create(), body);
            assertTrue(exchange.succeeded(), () -> Judge.told(exchange));
            for (String candidate : ids(exchange.answerJson(), "")) {
                id = candidate;
                if (read() != null) {
                    return;
                }
            }
            fail("nothing is to be read by any id in " + exchange.answer());
        }

        /** What the answer calls an id, its own first. */
        private static List<String> ids(JsonNode answer, String name) {
            List<String> found = new ArrayList<>();
            if (answer.isTextual() && name.endsWith("id")) {
                found.add(answer.textValue());
            }
            answer.fields().forEachRemaining(field -> found.addAll(ids(field.getValue(), field.getKey())));
            if (answer.isArray()) {
                answer.forEach(each -> found.addAll(ids(each, name)));
            }
            return found;
        }

        /** Changes each field by itself to another value that the description allows; not all of them can be. */
        private void update() {
            Set<String> changed = new TreeSet<>();
            kind.update().body().path("properties").fields().forEachRemaining(field -> {
                ObjectNode wanted = Json.object();
                kind.update().body().path("properties").fieldNames().forEachRemaining(name -> {
                    if (sent.has(name)) {
                        wanted.set(name, sent.get(name));
                    }
                });
                for (int i = 0; i < 4 && !changed.contains(field.getKey()); i++) {
                    wanted.set(field.getKey(), values.of(field.getKey(), field.getValue()));
                    String before = server.state();
                    Exchange exchange = send(kind.update(), wanted);
                    judge(exchange);
                    if (exchange.succeeded()) {
                        wanted.fields().forEachRemaining(each -> sent.set(each.getKey(), each.getValue()));
                        compare("changed " + field.getKey(), wanted);
                        changed.add(field.getKey());
                    } else {
                        assertEquals(before, server.state(), "refused, yet changed");
                    }
                }
            });
            System.out.println("RereadTest: " + kind + ", changed " + changed);
            assertTrue(!changed.isEmpty(), "nothing could be changed");
        }

        private void compare(String when, JsonNode wanted) {
            JsonNode found = read();
            assertTrue(found != null, () -> when + ", it is not there");
            compare(when, kind + "", wanted, found);
        }

        /** What was sent has to be there; what was not is the server's own. */
        private void compare(String when, String place, JsonNode wanted, JsonNode found) {
            if (wanted.isObject() && found.isObject()) {
                wanted.fields().forEachRemaining(field ->
                        compare(when, place + "." + field.getKey(), field.getValue(), found.path(field.getKey())));
            } else if (wanted.isArray() && found.isArray() && wanted.size() == found.size() && !wanted.isEmpty() && wanted.get(0).isObject()) {
                for (int i = 0; i < wanted.size(); i++) {
                    compare(when, place + "[]", wanted.get(i), found.get(i));
                }
            } else if (!alike(wanted, found)) {
                if (!Deviations.BY_FIELD.containsKey(place) && problems.stream().noneMatch(problem -> problem.startsWith(place + ":"))) {
                    problems.add(place + ": " + when + ", sent " + wanted + ", read " + found + "\n");
                }
            }
        }

        /** Nothing, an empty text and an empty list are the same to a plan; so are numbers however they are written. */
        private static boolean alike(JsonNode wanted, JsonNode found) {
            boolean empty = wanted.isNull() || wanted.isTextual() && wanted.textValue().isEmpty() || wanted.isArray() && wanted.isEmpty();
            return wanted.equals(found) || wanted.isNumber() && found.isNumber() && wanted.decimalValue().compareTo(found.decimalValue()) == 0
                    || empty && (found.isMissingNode() || found.isNull() || found.asText("x").isEmpty() || found.isArray() && found.isEmpty());
        }

        /** The resource as it is now; null where it is gone. */
        private JsonNode read() {
            Exchange exchange = send(kind.read() != null ? kind.read() : kind.list(), null);
            if (kind.read() != null) {
                assertTrue(exchange.succeeded() || exchange.status() == 404, () -> Judge.told(exchange));
                return exchange.succeeded() ? exchange.answerJson() : null;
            }
            return Json.all(exchange.answerJson(), "/*").stream().filter(JsonNode::isArray)
                    .flatMap(list -> Json.all(list, "/*").stream()).filter(each -> each.path("id").asText().equals(id)).findFirst().orElse(null);
        }

        private void judge(Exchange exchange) {
            Judge.problems(exchange).forEach(problem -> problems.add(problem + " " + Judge.told(exchange) + "\n"));
        }

        private Exchange send(Operation operation, JsonNode body) {
            Map<String, JsonNode> path = new LinkedHashMap<>(base.first().request().path());
            path.put(kind.id(), TextNode.valueOf(String.valueOf(id)));
            return server.send(operation, RequestData.none().with(path, Map.of(), base.first().request().headers()).withBody(body, null));
        }
    }
}
