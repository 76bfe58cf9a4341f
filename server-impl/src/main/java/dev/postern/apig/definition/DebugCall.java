package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.model.ApiDebugInfo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static dev.postern.apig.definition.DebugRules.require;
import static dev.postern.apig.definition.DebugRules.requireTexts;
import static dev.postern.apig.definition.Definition.text;

/**
 * A debugging call that the API takes.
 *
 * @param variables the values of the variables of the path
 * @param rest what follows the path of an API that is matched by its beginning
 * @param headers by name, in whatever case
 */
record DebugCall(DebugTargets.Target target, ApiDebugInfo wanted, Map<String, String> variables, String rest,
                 Map<String, List<String>> headers, Map<String, List<String>> query) {

    /** The address that debugging calls come from. */
    static final String SOURCE = "127.0.0.1";

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}+]+)(\\+?)}");

    /** Refuses with 400 APIG.2030 a call that the API does not take, or that cannot be made by debugging. */
    static DebugCall of(DebugTargets.Target target, ApiDebugInfo wanted) {
        ObjectNode api = target.definition();
        String protocol = text(api, "req_protocol");
        require(protocol.equals("BOTH") || protocol.equals(wanted.getScheme().getValue()));
        String method = text(api, "req_method");
        require(method.equals("ANY") || method.equals(wanted.getMethod().getValue()));
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        DebugRules.orNone(wanted.getHeader()).forEach((name, values) -> headers.put(normalized(name), values));
        Map<String, List<String>> query = new LinkedHashMap<>(DebugRules.orNone(wanted.getQuery()));
        Map<String, String> variables = new LinkedHashMap<>();
        String rest = match(text(api, "req_uri"), text(api, "match_mode").equals("SWA"),
            DebugRules.decoded(wanted.getPath()), variables);
        DebugCall call = new DebugCall(target, wanted, variables, rest, headers, query);
        for (JsonNode param : api.path("req_params")) {
            requireTexts(param, "name", "location");
            require(param.path("required").asInt() != 1 || call.value(param) != null);
        }
        return call;
    }

    /** The backend that answers: that of the first policy that fits, or the default one. */
    ObjectNode backend() {
        ObjectNode api = target.definition();
        requireTexts(api, "backend_type");
        BackendKind kind = BackendKind.valueOf(text(api, "backend_type"));
        require(kind != BackendKind.GRPC && api.path(kind.backend).isObject());
        ObjectNode chosen = (ObjectNode) api.get(kind.backend);
        chosen.set("backend_params", api.path("backend_params"));
        for (JsonNode policy : api.path(kind.policies)) {
            if (new Conditions(this).hold(policy)) {
                chosen = (ObjectNode) policy;
                break;
            }
        }
        require(!VariableNames.in(text(chosen, "url_domain")) && !VariableNames.in(text(chosen, "req_uri")));
        chosen.path("backend_params").forEach(param -> requireTexts(param, "origin", "name", "location", "value"));
        if (kind == BackendKind.HTTP) {
            requireTexts(chosen, "req_protocol", "req_method", "req_uri", "url_domain");
        }
        return chosen.put("backend_type", kind.name());
    }

    /** The value of the request parameter of a name; null where there is none. */
    String value(String name) {
        for (JsonNode param : target.definition().path("req_params")) {
            if (text(param, "name").equals(name)) {
                return value(param);
            }
        }
        return null;
    }

    /** The first value of a request parameter; its default, or null, where the call has none. */
    String value(JsonNode param) {
        String name = text(param, "name");
        String sent = switch (String.valueOf(text(param, "location"))) {
            case "PATH" -> variables.get(name);
            case "HEADER" -> first(headers.get(name));
            case "QUERY" -> first(query.get(name));
            default -> null;
        };
        return sent == null ? text(param, "default_value") : sent;
    }

    /** The call as it is shown. */
    String shown() {
        StringBuilder text = new StringBuilder();
        text.append(wanted.getMethod().getValue()).append(' ').append(wanted.getPath());
        text.append(BackendCaller.encoded(query)).append(" HTTP/1.1\n");
        text.append("Host: ").append(target.definition().path("sl_domain").textValue()).append('\n');
        text.append("User-Agent: APIGatewayDebugClient/1.0\n");
        headers.forEach((name, values) -> values.forEach(value -> text.append(name).append(": ").append(value).append('\n')));
        return text.append("X-Apig-Mode: debug\n\n").append(wanted.getBody() == null ? "" : wanted.getBody()).toString();
    }

    /** Matches a path, and gives what is left of it. */
    private static String match(String template, boolean beginning, String path, Map<String, String> variables) {
        StringBuilder form = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(template);
        int end = 0;
        while (variable.find()) {
            form.append(Pattern.quote(template.substring(end, variable.start())))
                .append(variable.group(2).isEmpty() ? "([^/]+)" : "(.+)");
            names.add(variable.group(1));
            end = variable.end();
        }
        String last = template.substring(end);
        String fixed = beginning && last.endsWith("/") ? last.substring(0, last.length() - 1) : last;
        Matcher match = Pattern.compile(form.append(Pattern.quote(fixed)).append(beginning ? "((?:/.*)?)" : "()").toString(),
            Pattern.DOTALL).matcher(path);
        require(match.matches());
        for (int i = 0; i < names.size(); i++) {
            variables.put(names.get(i), match.group(i + 1));
        }
        return match.group(names.size() + 1);
    }

    private static String first(List<String> values) {
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** As the vendor writes header names: x-MY-hEaDer is X-My-Header. */
    private static String normalized(String name) {
        StringBuilder result = new StringBuilder();
        for (String word : name.split("-", -1)) {
            result.append(result.isEmpty() ? "" : "-").append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT));
        }
        return result.toString();
    }
}
