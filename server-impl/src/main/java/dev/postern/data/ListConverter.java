package dev.postern.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;

import java.util.List;

/** Keeps a list that is only ever shown whole as JSON text. */
@Singleton
public class ListConverter implements AttributeConverter<List<Object>, String> {

    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {
    };

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public String convertToPersistedValue(List<Object> list, ConversionContext context) {
        try {
            return list == null ? null : mapper.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of the state has no JSON form", e);
        }
    }

    @Override
    public List<Object> convertToEntityValue(String text, ConversionContext context) {
        try {
            return text == null ? null : mapper.readValue(text, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list in the database is not valid JSON", e);
        }
    }
}
