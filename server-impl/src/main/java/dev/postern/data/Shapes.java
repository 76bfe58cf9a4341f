package dev.postern.data;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import java.util.List;

/**
 * Carries the same facts from one shape to another: rows, the vendor's types and the types of the state all call a
 * thing by the same name, so that one mechanism does for all of them. What one shape lacks is left out.
 */
public final class Shapes {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.PUBLIC_ONLY)
        .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .build();

    private Shapes() {
    }

    /** The same facts as another type. */
    public static <T> T as(Object source, Class<T> type) {
        return MAPPER.convertValue(source, type);
    }

    /** The same facts as a tree, for shapes that differ in a field. */
    public static ObjectNode tree(Object source) {
        return MAPPER.valueToTree(source);
    }

    /** A list as a tree. */
    public static ArrayNode list(List<?> source) {
        return MAPPER.valueToTree(source);
    }

    /** The same facts, for each of a list. */
    public static <T> List<T> all(List<?> sources, Class<T> type) {
        return sources.stream().map(source -> as(source, type)).toList();
    }

    /** The same facts as JSON text. */
    public static String text(Object source) {
        try {
            return MAPPER.writeValueAsString(source);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("there is no JSON form of " + source.getClass(), e);
        }
    }

    /** What {@link #text} wrote, as another type. */
    public static <T> T parse(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the text is no " + type.getSimpleName(), e);
        }
    }
}
