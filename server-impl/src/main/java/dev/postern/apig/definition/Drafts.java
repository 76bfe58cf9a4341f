package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.model.ApiCreate;
import dev.postern.apig.model.ApiProtocol;
import dev.postern.apig.model.AuthOpt;
import dev.postern.data.Ids;
import dev.postern.data.Shapes;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the definition of an API out of what its owner wants: with ids, defaults and times, without what is unused. */
@Singleton
class Drafts {

    private static final List<String> NOT_FOR_GRPC =
        List.of("req_params", "backend_params", "result_normal_sample", "result_failure_sample");
    private static final List<String> LISTS = List.of("req_params", "backend_params", "tags");

    private final Ids ids;

    Drafts(Ids ids) {
        this.ids = ids;
    }

    /**
     * The definition as a tree.
     *
     * @param wanted what {@link DefinitionRules} let through
     * @param present the definition so far; null where there is none
     */
    ObjectNode of(ApiCreate wanted, String apiId, @Nullable ObjectNode present, Instant now) {
        BackendKind kind = BackendKind.valueOf(wanted.getBackendType().name());
        ObjectNode api = Shapes.tree(wanted.authOpt(wanted.getAuthOpt() == null ? new AuthOpt() : wanted.getAuthOpt()));
        api.remove(BackendKind.fields().stream()
            .filter(field -> !field.equals(kind.backend) && !field.equals(kind.policies)).toList());
        if (wanted.getReqProtocol() == ApiProtocol.GRPCS) {
            api.remove(NOT_FOR_GRPC);
            api.path(kind.policies).forEach(policy -> ((ObjectNode) policy).remove("backend_params"));
        }
        api.put("id", apiId).put("status", 1).put("arrange_necessary", 2).put("group_version", "V1")
            .put("register_time", present == null ? now.toString() : Definition.text(present, "register_time"))
            .put("update_time", now.toString());
        Map<String, JsonNode> params = params(api);
        backendParams(api, params);
        api.path(kind.policies).forEach(policy -> policy((ObjectNode) policy, params));
        backend(kind, (ObjectNode) api.get(kind.backend), present == null ? null : present.path(kind.backend), now);
        LISTS.stream().filter(list -> api.path(list).isEmpty()).forEach(api::remove);
        if (api.path(kind.policies).isEmpty()) {
            api.remove(kind.policies);
        }
        return api;
    }

    /** Completes the request parameters; by name. */
    private Map<String, JsonNode> params(ObjectNode api) {
        Map<String, JsonNode> params = new LinkedHashMap<>();
        for (JsonNode node : api.path("req_params")) {
            ObjectNode param = (ObjectNode) node;
            boolean inPath = Definition.text(param, "location").equals("PATH");
            param.put("id", ids.next()).put("required", inPath ? 1 : param.path("required").asInt(2));
            params.putIfAbsent(Definition.text(param, "name"), param);
        }
        return params;
    }

    private void backendParams(ObjectNode owner, Map<String, JsonNode> params) {
        for (JsonNode node : owner.path("backend_params")) {
            ObjectNode param = ((ObjectNode) node).put("id", ids.next());
            if (Definition.text(param, "origin").equals("REQUEST")) {
                param.set("req_param_id", params.get(Definition.text(param, "value")).get("id"));
            }
        }
    }

    private void policy(ObjectNode policy, Map<String, JsonNode> params) {
        policy.put("id", ids.next());
        channel(policy);
        backendParams(policy, params);
        if (policy.path("backend_params").isEmpty()) {
            policy.remove("backend_params");
        }
        for (JsonNode node : policy.path("conditions")) {
            ObjectNode condition = ((ObjectNode) node).put("id", ids.next());
            if (Definition.text(condition, "condition_origin").equals("param")) {
                JsonNode param = params.get(Definition.text(condition, "req_param_name"));
                condition.set("req_param_id", param.get("id"));
                condition.set("req_param_location", param.get("location"));
            }
        }
    }

    private void backend(BackendKind kind, ObjectNode backend, @Nullable JsonNode present, Instant now) {
        boolean stays = present != null && present.has("id") && present.has("register_time");
        backend.put("id", stays ? Definition.text(present, "id") : ids.next())
            .put("register_time", stays ? Definition.text(present, "register_time") : now.toString())
            .put("update_time", now.toString());
        if (kind != BackendKind.MOCK) {
            backend.put("status", 1);
        }
        channel(backend);
    }

    /** What is reached through a channel has the channel's id for an address. */
    private static void channel(ObjectNode backend) {
        if (backend.path("vpc_channel_status").asInt() == 1) {
            backend.put("url_domain", Definition.text(backend.path("vpc_channel_info"), "vpc_channel_id"));
        } else {
            backend.remove("vpc_channel_info");
        }
    }
}
