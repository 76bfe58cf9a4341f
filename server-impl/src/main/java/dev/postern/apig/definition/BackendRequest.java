package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static dev.postern.apig.definition.Definition.text;

/** What a backend is sent for a debugging call: its parameters mapped, what is declared nowhere forwarded. */
record BackendRequest(String pathAndQuery, Map<String, List<String>> headers) {

    static BackendRequest of(DebugCall call, ObjectNode backend) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(call.headers());
        Map<String, List<String>> query = new LinkedHashMap<>(call.query());
        for (JsonNode param : call.target().definition().path("req_params")) {
            boolean mapped = false;
            for (JsonNode sent : backend.path("backend_params")) {
                mapped |= "REQUEST".equals(text(sent, "origin")) && text(param, "name").equals(text(sent, "value"));
            }
            if (mapped || param.path("pass_through").asInt(1) == 2) {
                headers.remove(text(param, "name"));
                query.remove(text(param, "name"));
            } else if (call.value(param) != null && "QUERY".equals(text(param, "location"))) {
                query.putIfAbsent(text(param, "name"), List.of(call.value(param)));
            } else if (call.value(param) != null && "HEADER".equals(text(param, "location"))) {
                headers.putIfAbsent(text(param, "name"), List.of(call.value(param)));
            }
        }
        String path = text(backend, "req_uri");
        for (JsonNode sent : backend.path("backend_params")) {
            String value = value(call, sent);
            String name = text(sent, "name");
            if (value != null) {
                switch (text(sent, "location")) {
                    case "PATH" -> path = path.replace("{" + name + "}", BackendCaller.encoded(value))
                        .replace("{" + name + "+}", BackendCaller.encoded(value).replace("%2F", "/"));
                    case "QUERY" -> query.put(name, List.of(value));
                    default -> headers.put(name, List.of(value));
                }
            }
        }
        String whole = (path.endsWith("/") && !call.rest().isEmpty() ? path.substring(0, path.length() - 1) : path)
            + BackendCaller.encoded(call.rest()).replace("%2F", "/");
        return new BackendRequest(whole + BackendCaller.encoded(query), headers);
    }

    private static String value(DebugCall call, JsonNode sent) {
        return switch (text(sent, "origin")) {
            case "CONSTANT" -> text(sent, "value");
            case "SYSTEM" -> system(call, text(sent, "value"));
            default -> call.value(text(sent, "value"));
        };
    }

    /** What is known while debugging; the rest is not sent. */
    private static String system(DebugCall call, String name) {
        return switch (name) {
            case "$context.sourceIp" -> DebugCall.SOURCE;
            case "$context.stage" -> call.target().stage();
            case "$context.apiId" -> text(call.target().definition(), "id");
            case "$context.apiName" -> text(call.target().definition(), "name");
            case "$context.requestId" -> call.target().requestId();
            default -> null;
        };
    }
}
