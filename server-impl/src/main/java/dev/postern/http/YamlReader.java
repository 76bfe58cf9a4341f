package dev.postern.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;

/** Reads YAML, of which JSON is a part, as strictly as JSON is read. */
@Singleton
@Consumes(YamlReader.YAML)
public class YamlReader<T> implements MessageBodyReader<T> {

    static final String YAML = "application/yaml";

    private final ObjectMapper mapper = StrictJson.strict(new YAMLMapper());

    /** Reads a whole text. */
    public T read(byte[] text, Class<T> type) throws IOException {
        return mapper.readValue(text, type);
    }

    @Override
    public boolean isReadable(Argument<T> type, MediaType mediaType) {
        return mediaType != null && mediaType.matches(MediaType.of(YAML));
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream body) {
        try {
            return mapper.readValue(body, type.getType());
        } catch (JsonProcessingException e) {
            throw new CodecException("the YAML cannot be read", e);
        } catch (IOException e) {
            throw new CodecException("the body cannot be read", e);
        }
    }
}
