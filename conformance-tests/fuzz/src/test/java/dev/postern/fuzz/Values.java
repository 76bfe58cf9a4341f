package dev.postern.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.derive.Samples;
import dev.postern.conformance.derive.Strings;
import dev.postern.conformance.description.Schemas;
import java.util.Random;

/** Random values that a schema allows. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

    private final Random random;
    private final Pool pool;

    Values(Random random, Pool pool) {
        this.random = random;
        this.pool = pool;
    }

    JsonNode of(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> number(schema);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> array(name, schema);
            case "object" -> object(schema);
            default -> JSON.textNode(text(name, schema));
        };
    }

    private JsonNode number(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = Math.max(least, schema.path("maximum").asLong(schema.path("format").asText().equals("int64") ? 1L << 40 : Integer.MAX_VALUE));
        return JSON.numberNode(switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> Math.min(most, least + random.nextInt(10));
            default -> least + (long) (random.nextDouble() * (most - least));
        });
    }

    private JsonNode array(String name, JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(schema.path("maxItems").asInt(3), least + 3);
        for (int i = least + random.nextInt(Math.max(1, most - least + 1)); i > 0; i--) {
            array.add(of(name, schema.path("items")));
        }
        return array;
    }

    private JsonNode object(JsonNode schema) {
        ObjectNode object = Json.object();
        schema.path("properties").fields().forEachRemaining(property -> {
            if (Schemas.requires(schema, property.getKey()) || random.nextInt(3) == 0) {
                object.set(property.getKey(), of(property.getKey(), property.getValue()));
            }
        });
        return object;
    }

    String text(String name, JsonNode schema) {
        String known = random.nextInt(10) < (name.endsWith("id") || name.endsWith("ids") ? 9 : 2) ? pool.like(name) : null;
        return known != null && !Allowed.forbids(schema, Hostile.quoted(known)) ? known : vary(schema);
    }

    /** A text of the schema's that is hardly ever the same. */
    String vary(JsonNode schema) {
        if (schema.path("format").asText().equals("date-time") || !schema.path("type").asText("string").equals("string")) {
            return Samples.of(schema).asText();
        }
        Strings strings = Samples.strings(schema, false);
        int least = schema.path("minLength").asInt(0);
        int most = Math.min(schema.path("maxLength").asInt(64), 64);
        String start = strings.ofLength(Math.max(least, Math.min(most, least + random.nextInt(16))));
        StringBuilder text = new StringBuilder(start != null ? start : Samples.of(schema).asText());
        for (int i = 0; i < text.length(); i++) {
            char before = text.charAt(i);
            text.setCharAt(i, LETTERS.charAt(random.nextInt(LETTERS.length())));
            if (!strings.matches(text.toString())) {
                text.setCharAt(i, before);
            }
        }
        String injected = Hostile.INJECTIONS.get(random.nextInt(Hostile.INJECTIONS.size()));
        return random.nextInt(8) == 0 && !Allowed.forbids(schema, Hostile.quoted(injected)) ? injected : text.toString();
    }
}
