package dev.postern.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Models of JSON that comes inside of a text, in a file of the server's. */
public final class JsonModels {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(
        DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();

    private final JsonNode models;

    /**
     * Reads models.
     *
     * @param file its name; {@code parts} in it holds what others take in with {@code as}
     */
    public JsonModels(String file) {
        try (InputStream in = JsonModels.class.getResourceAsStream(file)) {
            models = MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file says, by name. */
    public JsonNode get(String name) {
        return models.get(name);
    }

    /** What a text says; empty where it is no JSON. */
    public static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Whether a value has the form of a model. Fields that the model does not know are let through where it is not closed. */
    public boolean fits(JsonNode model, JsonNode value) {
        return fits(model, value, value);
    }

    /** @param whole the content, in which limits refer to others */
    private boolean fits(JsonNode rules, JsonNode value, JsonNode whole) {
        if (value.isNull() && rules.path("nullable").asBoolean()) {
            return true;
        }
        JsonNode model = rules.has("as") ? models.get("parts").get(rules.get("as").textValue()) : rules;
        return switch (model.path("type").asText()) {
            case "string" -> value.isTextual() && text(model, value.textValue());
            case "integer" -> value.isIntegralNumber() && value.canConvertToLong() && number(model, value.longValue(), whole);
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray() && within(model, "minItems", "maxItems", value.size()) && unique(model, value)
                && all(value, item -> fits(model.path("items"), item, whole));
            case "object" -> value.isObject() && fields(model, value, whole);
            default -> true;
        };
    }

    private static boolean text(JsonNode model, String value) {
        return within(model, "minLength", "maxLength", value.length())
            && (!model.has("enum") || has(model.get("enum"), MAPPER.getNodeFactory().textNode(value)))
            && (!model.has("pattern") || value.matches(model.get("pattern").textValue()));
    }

    private static boolean number(JsonNode model, long value, JsonNode whole) {
        return within(model, "minimum", "maximum", value)
            && (!model.has("atMost") || value <= whole.path(model.get("atMost").textValue()).asLong(Long.MAX_VALUE));
    }

    private static boolean within(JsonNode model, String least, String most, long value) {
        return value >= model.path(least).asLong(Long.MIN_VALUE) && value <= model.path(most).asLong(Long.MAX_VALUE);
    }

    private static boolean unique(JsonNode model, JsonNode items) {
        Set<String> seen = new HashSet<>();
        return !model.has("unique") || all(items, item -> {
            String value = item.path(model.get("unique").textValue()).asText();
            return seen.add(model.path("ignoreCase").asBoolean() ? value.toLowerCase(Locale.ROOT) : value);
        });
    }

    private boolean fields(JsonNode model, JsonNode value, JsonNode whole) {
        JsonNode fields = model.path("fields");
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode given = value.path(field.getKey());
            boolean empty = given.isMissingNode() || given.isNull() || given.isTextual() && given.textValue().isEmpty();
            if (given.isMissingNode() && field.getValue().path("required").asBoolean()
                || empty && isRequired(fields, field.getValue(), value)
                || !given.isMissingNode() && !fits(field.getValue(), given, whole)) {
                return false;
            }
        }
        if (model.path("closed").asBoolean() && value.properties().stream().anyMatch(field -> !fields.has(field.getKey()))) {
            return false;
        }
        return !model.has("others") || all(value, other -> fits(model.get("others"), other, whole));
    }

    /** Whether another field of the same object has a value that makes this one required. */
    private static boolean isRequired(JsonNode fields, JsonNode field, JsonNode value) {
        if (!field.has("requiredWhen")) {
            return false;
        }
        JsonNode when = field.get("requiredWhen");
        String other = when.get("field").textValue();
        return has(when.get("in"), value.has(other) ? value.get(other) : fields.get(other).path("default"));
    }

    private static boolean has(JsonNode values, JsonNode value) {
        return !all(values, one -> !one.equals(value));
    }

    private static boolean all(JsonNode values, Predicate<JsonNode> condition) {
        return StreamSupport.stream(values.spliterator(), false).allMatch(condition);
    }
}
