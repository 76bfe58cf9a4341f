package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import static dev.postern.apig.definition.Definition.text;

/** Whether a backend policy takes a debugging call. */
record Conditions(DebugCall call) {

    boolean hold(JsonNode policy) {
        var conditions = StreamSupport.stream(policy.path("conditions").spliterator(), false);
        return "ALL".equals(text(policy, "effect_mode"))
            ? conditions.allMatch(this::holds) : conditions.anyMatch(this::holds);
    }

    private boolean holds(JsonNode condition) {
        String wanted = String.valueOf(text(condition, "condition_value"));
        String actual = switch (String.valueOf(text(condition, "condition_origin"))) {
            case "param" -> call.value(text(condition, "req_param_name"));
            case "system" -> String.valueOf(text(condition, "sys_param_name")).toLowerCase(Locale.ROOT).endsWith("method")
                ? call.wanted().getMethod().getValue() : DebugRules.decoded(call.wanted().getPath());
            case "cookie" -> cookie(text(condition, "cookie_param_name"));
            // One address against a list; no network holds the address of debugging calls.
            case "source" -> Arrays.asList(wanted.split(",")).contains(DebugCall.SOURCE) ? wanted : null;
            default -> null;
        };
        if (actual == null) {
            return false;
        }
        return switch (String.valueOf(text(condition, "condition_type"))) {
            case "enum" -> Arrays.asList(wanted.split(",")).contains(actual);
            case "pattern" -> BackendRules.compiles(wanted) && Pattern.compile(wanted).matcher(actual).find();
            default -> actual.equals(wanted);
        };
    }

    private String cookie(String name) {
        return call.headers().getOrDefault("Cookie", List.of()).stream()
            .flatMap(header -> Arrays.stream(header.split(";"))).map(String::trim)
            .filter(pair -> pair.startsWith(name + "=")).map(pair -> pair.substring(name.length() + 1))
            .findFirst().orElse(null);
    }
}
