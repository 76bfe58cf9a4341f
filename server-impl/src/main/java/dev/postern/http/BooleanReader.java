package dev.postern.http;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.annotation.QueryValue;
import jakarta.inject.Singleton;

import java.util.Optional;

/** Reads truth values in queries as {@code true} or {@code false}; the library takes every other word for false. */
@Singleton
class BooleanReader implements TypeConverter<CharSequence, Boolean> {

    @Override
    public Optional<Boolean> convert(CharSequence text, Class<Boolean> type, ConversionContext context) {
        String word = text.toString();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (context.getAnnotationMetadata().hasAnnotation(QueryValue.class) && !word.equals("true") && !word.equals("false")) {
            context.reject(text, new IllegalArgumentException("neither true nor false"));
            return Optional.empty();
        }
        return Optional.of(StringUtils.isTrue(word));
    }
}
