package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.Shapes;

import java.time.Instant;
import java.util.List;

/** The whole definition of an API, as a tree: columns hold what lists are filtered by, JSON text the rest. */
final class Definition {

    /** An API that is given no more than what columns hold. */
    static final String LEAST = "{\"backend_type\":\"MOCK\",\"mock_info\":{},\"version\":\"V0.0.1\","
        + "\"auth_opt\":{\"app_code_auth_type\":\"DISABLE\"},\"cors\":false,\"status\":1,\"arrange_necessary\":2,"
        + "\"group_version\":\"V1\"}";

    private static final List<String> COLUMNS = List.of("id", "group_id", "name", "type", "req_protocol", "req_method",
        "req_uri", "auth_type", "match_mode", "remark", "roma_app_id", "register_time", "update_time");

    private Definition() {
    }

    /** The definition of a row. */
    static ObjectNode of(Api api) {
        ObjectNode definition = Shapes.parse(api.definition(), ObjectNode.class);
        definition.setAll(Shapes.tree(api).retain(COLUMNS));
        return definition;
    }

    /** The row of a definition. */
    static Api row(String instanceId, ObjectNode definition) {
        ObjectNode rest = definition.deepCopy().remove(COLUMNS);
        return new Api(text(definition, "id"), instanceId, text(definition, "group_id"), text(definition, "name"),
            definition.path("type").intValue(), text(definition, "req_protocol"), text(definition, "req_method"),
            text(definition, "req_uri"), text(definition, "auth_type"), text(definition, "match_mode"),
            text(definition, "remark"), text(definition, "roma_app_id"),
            Instant.parse(text(definition, "register_time")), Instant.parse(text(definition, "update_time")),
            Shapes.text(rest), route(text(definition, "req_uri")));
    }

    /** A path with its variables nameless: it is the same for all paths that take the same calls. */
    static String route(String path) {
        return path.replaceAll("\\{[^{}]*\\+}", "{+}").replaceAll("\\{[^{}+]*}", "{}");
    }

    static String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }
}
