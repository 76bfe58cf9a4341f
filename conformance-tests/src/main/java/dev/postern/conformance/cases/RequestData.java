package dev.postern.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.Variables;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.description.Operation;
import java.util.List;
import java.util.Map;

/**
 * What to send.
 *
 * @param token the value of X-Auth-Token; {@code none} leaves the header out
 * @param example the documented request to send as body
 * @param body a body of the case's own
 * @param text a body that need not be JSON
 * @param patch changes to example or body
 * @param padTo spaces are added behind the body until it has this many bytes
 */
public record RequestData(
        Map<String, JsonNode> path,
        Map<String, JsonNode> query,
        Map<String, JsonNode> headers,
        String token,
        String example,
        JsonNode body,
        String text,
        String contentType,
        List<Patch> patch,
        Long padTo) {

    public static final String NO_TOKEN = "none";

    public RequestData {
        path = path == null ? Map.of() : path;
        query = query == null ? Map.of() : query;
        headers = headers == null ? Map.of() : headers;
        patch = patch == null ? List.of() : patch;
    }

    public static RequestData none() {
        return new RequestData(null, null, null, null, null, null, null, null, null, null);
    }

    public RequestData with(Map<String, JsonNode> path, Map<String, JsonNode> query, Map<String, JsonNode> headers) {
        return new RequestData(path, query, headers, token, example, body, text, contentType, patch, padTo);
    }

    /** The same request with another body: a tree, or a text that need not be JSON. */
    public RequestData withBody(JsonNode body, String text) {
        return new RequestData(path, query, headers, token, null, body, text, contentType, null, padTo);
    }

    /** The body as a tree; null or missing where there is none. */
    public JsonNode tree(Descriptions descriptions, Operation operation) {
        return Patch.apply(example == null ? body : descriptions.example(example, operation.id()).value(), patch);
    }

    /** Values that only become known while the case runs take their places. */
    public RequestData fill(Variables variables) {
        return variables.isEmpty() ? this : Json.bind(variables.fill(Json.MAPPER.valueToTree(this)), RequestData.class, "request");
    }
}
