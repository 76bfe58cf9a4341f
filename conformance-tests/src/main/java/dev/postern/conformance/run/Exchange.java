package dev.postern.conformance.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.description.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request as it was sent and the answer as it was received.
 *
 * @param path the values of the path parameters
 * @param query the values of the query parameters
 * @param headers the headers sent
 * @param sent the body, but for the spaces behind it
 * @param paddedTo how many bytes it had with them; null where there were none
 */
public record Exchange(
        Operation operation,
        String method,
        String target,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        String sent,
        Long paddedTo,
        int status,
        Map<String, List<String>> received,
        String answer,
        long millis) {

    /** The value of a parameter; null where it was not sent. */
    public String sent(Parameter parameter) {
        Map<String, String> values = switch (parameter.in()) {
            case "query" -> query;
            case "path" -> path;
            default -> headers;
        };
        return values.get(parameter.name());
    }

    /** A body with spaces behind it is no example any more but a test of the size limit; it is not looked into. */
    public JsonNode sentJson() {
        return paddedTo != null ? MissingNode.getInstance() : json(sent);
    }

    public JsonNode answerJson() {
        return json(answer);
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** Whether the answer is the same in all that is looked at. */
    boolean answeredLike(Exchange other) {
        return status == other.status && Objects.equals(contentType(), other.contentType()) && answer.equals(other.answer);
    }

    public String contentType() {
        return received.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse(null);
    }

    private static JsonNode json(String text) {
        try {
            return text == null || text.isBlank() ? MissingNode.getInstance() : Json.parse(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
