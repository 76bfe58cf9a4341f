package dev.postern.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.RequestData;
import dev.postern.conformance.derive.Samples;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.description.Parameter;
import dev.postern.conformance.description.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A request that succeeds but for one value.
 *
 * @param request made when it is sent: all of them at once are too much to hold
 * @param forbidden whether the description forbids the value, so that it has to be refused
 */
record Attempt(String name, Supplier<RequestData> request, BooleanSupplier forbidden) {

    private static final String PLACE = "place-of-the-bad-value";

    /** Every bad value in every parameter and field of a request. */
    static List<Attempt> all(Case base) {
        List<Attempt> all = new ArrayList<>();
        Operation operation = base.operation();
        for (Parameter parameter : operation.parameters()) {
            Hostile.TEXTS.stream().filter(text -> sendable(parameter, text)).forEach(text -> all.add(new Attempt(
                    parameter.location() + " ← " + name(text), () -> with(base.first().request(), parameter, text),
                    () -> !parameter.in().equals("path") && Allowed.forbids(parameter, text))));
        }
        if (operation.body() != null) {
            JsonNode body = base.first().request().tree(Server.DESCRIPTIONS, operation);
            Schemas.locations(operation.body()).forEach((pointer, schema) -> {
                for (String json : Hostile.JSON) {
                    // Nothing in the place of its only item leaves a list that is as good as any.
                    boolean whole = pointer.isEmpty() && (json.equals("null") || json.isEmpty() || json.equals("{}"));
                    if (!whole && !(json.isEmpty() && pointer.endsWith("/*"))) {
                        all.add(new Attempt("body:" + pointer + " ← " + name(json),
                                () -> base.first().request().withBody(null, with(operation, body, pointer, json)),
                                () -> Allowed.forbids(schema, json)));
                    }
                }
            });
        }
        return all;
    }

    /** The body with some text, JSON or not, in one place. */
    static String with(Operation operation, JsonNode body, String pointer, String json) {
        String place = Samples.concrete(body, pointer);
        JsonNode whole = body == null || body.isNull() || body.isMissingNode() ? Json.object() : body;
        JsonNode marked = Json.with(Samples.wayTo(whole, operation.body(), place), place, TextNode.valueOf(PLACE));
        return Json.compact(marked).replace("\"" + PLACE + "\"", json);
    }

    static RequestData with(RequestData request, Parameter parameter, String text) {
        return switch (parameter.in()) {
            case "path" -> request.with(changed(request.path(), parameter, text), request.query(), request.headers());
            case "query" -> request.with(request.path(), changed(request.query(), parameter, text), request.headers());
            default -> request.with(request.path(), request.query(), changed(request.headers(), parameter, text));
        };
    }

    /** Without a segment a path is another one; the client sends no header that is none, and no half of a character. */
    static boolean sendable(Parameter parameter, String text) {
        return switch (parameter.in()) {
            case "path" -> !text.isEmpty() && text.length() < 1000 && !text.matches("\\.\\.?")
                    && StandardCharsets.UTF_8.newEncoder().canEncode(text);
            case "query" -> text.length() < 1000 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
            default -> text.length() < 1000 && text.chars().allMatch(c -> c >= ' ' && c < 127) && text.equals(text.trim());
        };
    }

    private static Map<String, JsonNode> changed(Map<String, JsonNode> values, Parameter parameter, String text) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(values);
        changed.put(parameter.name(), TextNode.valueOf(text));
        return changed;
    }

    private static String name(String text) {
        String shown = Hostile.quoted(text);
        return shown.length() <= 60 ? shown : shown.substring(0, 40) + "… (" + text.length() + ")";
    }
}
