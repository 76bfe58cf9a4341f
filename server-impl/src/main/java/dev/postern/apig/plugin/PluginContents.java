package dev.postern.apig.plugin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postern.apig.model.PluginType;

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

/** What plug-ins of each type can be set to, by the models in {@code plugin-models.json}. */
final class PluginContents {

    private static final JsonMapper MAPPER =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final JsonNode MODELS = models();

    private PluginContents() {
    }

    /**
     * Whether a content has the form of its type. What the model does not know is let through.
     *
     * @param content JSON text; as all of the vendor's examples but one have it, it may be escaped once too often
     */
    static boolean fits(PluginType type, String content) {
        return parsed(content)
            .or(() -> parsed("\"" + content + "\"").filter(JsonNode::isTextual).flatMap(text -> parsed(text.textValue())))
            .filter(value -> fits(MODELS.get(type.getValue()), value, value))
            .isPresent();
    }

    private static Optional<JsonNode> parsed(String json) {
        try {
            return Optional.of(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** @param whole the content, in which limits refer to others */
    private static boolean fits(JsonNode rules, JsonNode value, JsonNode whole) {
        if (value.isNull() && rules.path("nullable").asBoolean()) {
            return true;
        }
        JsonNode model = rules.has("as") ? MODELS.get("parts").get(rules.get("as").textValue()) : rules;
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

    private static boolean fields(JsonNode model, JsonNode value, JsonNode whole) {
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

    private static JsonNode models() {
        try (InputStream models = PluginContents.class.getResourceAsStream("/plugin-models.json")) {
            return MAPPER.readTree(models);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
