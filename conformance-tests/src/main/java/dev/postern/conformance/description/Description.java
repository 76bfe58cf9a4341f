package dev.postern.conformance.description;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One bundled OpenAPI description, as the operations it describes. */
public final class Description {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final String api;
    private final String text;
    private final JsonNode tree;
    private final Schemas schemas;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Set<String> answerHeaders = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    public Description(String api, String text) {
        this.api = api;
        this.text = text;
        this.tree = Json.parseYaml(text);
        this.schemas = new Schemas(this);
        tree.path("paths").fields().forEachRemaining(path -> readPath(path.getKey(), resolve(path.getValue())));
    }

    public String api() {
        return api;
    }

    /** The document itself, for the validator. */
    public String text() {
        return text;
    }

    public String title() {
        return tree.at("/info/title").asText();
    }

    public Map<String, Operation> operations() {
        return operations;
    }

    /** The headers that some answer is described to have, in any case. */
    public Set<String> answerHeaders() {
        return answerHeaders;
    }

    /** Follows a reference within the document. */
    public JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.path("$ref").isTextual()) {
            String ref = found.path("$ref").textValue();
            if (!ref.startsWith("#")) {
                throw new IllegalArgumentException(api + ": the description is not bundled, it refers to " + ref);
            }
            found = tree.at(ref.substring(1));
            if (found.isMissingNode()) {
                throw new IllegalArgumentException(api + ": nothing is at " + ref);
            }
        }
        return found;
    }

    private void readPath(String path, JsonNode item) {
        item.fields().forEachRemaining(entry -> {
            if (METHODS.contains(entry.getKey())) {
                Operation operation = read(path, item, entry.getKey(), entry.getValue());
                if (operations.put(operation.id(), operation) != null) {
                    throw new IllegalArgumentException(api + ": two operations are called " + operation.id());
                }
            }
        });
    }

    private Operation read(String path, JsonNode item, String method, JsonNode node) {
        String id = node.path("operationId").asText();
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (JsonNode list : List.of(item.path("parameters"), node.path("parameters"))) {
            for (JsonNode reference : list) {
                JsonNode parameter = resolve(reference);
                String name = parameter.path("name").asText();
                String in = parameter.path("in").asText();
                parameters.put(in + name, new Parameter(name, in, parameter.path("required").asBoolean(),
                        schemas.flatten(parameter.path("schema")), parameter));
            }
        }
        Map<String, Example> examples = new LinkedHashMap<>();
        JsonNode request = resolve(node.path("requestBody"));
        JsonNode body = null;
        for (JsonNode content : request.path("content")) {
            body = body == null ? schemas.flatten(content.path("schema")) : body;
            readExamples(id, 0, content, examples);
        }
        Map<Integer, JsonNode> answers = new LinkedHashMap<>();
        node.path("responses").fields().forEachRemaining(entry -> {
            int status = Integer.parseInt(entry.getKey());
            JsonNode answer = resolve(entry.getValue());
            JsonNode content = answer.path("content");
            answer.path("headers").fieldNames().forEachRemaining(answerHeaders::add);
            JsonNode json = content.path("application/json");
            answers.put(status, json.isMissingNode() ? null : schemas.flatten(json.path("schema")));
            content.forEach(media -> readExamples(id, status, media, examples));
        });
        return new Operation(this, id, method.toUpperCase(Locale.ROOT), path,
                node.at("/tags/0").asText("").toLowerCase(Locale.ROOT), node.path("summary").asText(),
                node.path("x-postern-dialect").asText(), new ArrayList<>(parameters.values()), body,
                request.path("required").asBoolean(), answers, examples);
    }

    private void readExamples(String operation, int status, JsonNode content, Map<String, Example> examples) {
        content.path("examples").fields().forEachRemaining(entry -> {
            JsonNode example = resolve(entry.getValue());
            add(examples, new Example(operation, status, entry.getKey(), example.path("summary").asText(),
                    example.path("value")));
        });
        JsonNode single = content.path("example");
        if (!single.isMissingNode()) {
            add(examples, new Example(operation, status, "example", "", single));
        }
    }

    private void add(Map<String, Example> examples, Example example) {
        if (examples.put(example.id(), example) != null) {
            throw new IllegalArgumentException(api + ": two examples are called " + example.id());
        }
    }

    @Override
    public String toString() {
        return api;
    }
}
