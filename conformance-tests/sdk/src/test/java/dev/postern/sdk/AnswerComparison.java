package dev.postern.sdk;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How an answer has to equal the documented one. */
final class AnswerComparison {

    private static final ObjectMapper JSON =
        JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    /** The SDK reads such times as if they were UTC. */
    private static final Pattern LOCAL_TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9:]{8})");

    private final Map<JsonPointer, String> generated = new LinkedHashMap<>();
    private final Map<JsonPointer, Object> patched = new LinkedHashMap<>();
    private final Set<JsonPointer> unordered = new LinkedHashSet<>();
    private JsonPointer kept = JsonPointer.empty();

    void generated(String place, String pattern) {
        generated.put(pointer(place), pattern);
    }

    void patched(String place, Object value) {
        patched.put(pointer(place), value);
    }

    void unordered(String place) {
        unordered.add(pointer(place));
    }

    void kept(String place) {
        kept = pointer(place);
    }

    private static JsonPointer pointer(String place) {
        return JsonPointer.compile(place.startsWith("/") ? place : "/" + place);
    }

    void compare(JsonNode documented, JsonNode answer) throws JsonProcessingException {
        patched.forEach((place, value) -> put(documented, place, JSON.valueToTree(value)));
        JsonNode expected = facts(documented);
        JsonNode received = facts(answer.at(kept));
        generated.forEach((place, pattern) -> {
            assertTrue(received.at(place).asText().matches(pattern), () -> place + " is " + received.at(place));
            put(received, place, JSON.valueToTree(pattern));
            put(expected, place, JSON.valueToTree(pattern));
        });
        for (JsonPointer place : unordered) {
            sort((ArrayNode) expected.at(place));
            sort((ArrayNode) received.at(place));
        }
        assertEquals(text(expected), text(received));
    }

    private static void put(JsonNode body, JsonPointer place, JsonNode value) {
        JsonNode owner = body.at(place.head());
        if (owner instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) owner).set(place.last().getMatchingProperty(), value);
        }
    }

    /** Puts the texts of the elements in the place of a list, in their order. */
    private static void sort(ArrayNode list) throws JsonProcessingException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list) {
            texts.add(text(element));
        }
        Collections.sort(texts);
        list.removeAll();
        texts.forEach(list::add);
    }

    /** A body without what is null: the SDK cannot tell null from absent. */
    private static JsonNode facts(JsonNode body) {
        if (body instanceof ObjectNode object) {
            List<String> empty = new ArrayList<>();
            object.properties().forEach(field -> {
                if (field.getValue().isNull()) {
                    empty.add(field.getKey());
                } else {
                    facts(field.getValue());
                }
            });
            object.remove(empty);
            object.remove("httpStatusCode");
            object.remove("http_status_code");
        } else {
            body.forEach(AnswerComparison::facts);
        }
        return body;
    }

    /** One text for one body, whatever types its numbers were read as. */
    private static String text(JsonNode body) throws JsonProcessingException {
        return LOCAL_TIME.matcher(JSON.writeValueAsString(JSON.treeToValue(body, Object.class))).replaceAll("$1T$2Z");
    }
}
