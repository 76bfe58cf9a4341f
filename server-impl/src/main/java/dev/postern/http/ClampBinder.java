package dev.postern.http;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import jakarta.inject.Singleton;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads parameters that the vendor corrects: never refuses, whatever was sent. */
@Singleton
class ClampBinder implements AnnotatedRequestArgumentBinder<Clamp, Number> {

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,40}");

    @Override
    public Class<Clamp> getAnnotationType() {
        return Clamp.class;
    }

    @Override
    public BindingResult<Number> bind(ArgumentConversionContext<Number> context, HttpRequest<?> request) {
        AnnotationValue<Clamp> clamp = context.getAnnotationMetadata().getAnnotation(Clamp.class);
        long value = clamp(request.getParameters().get(clamp.stringValue().orElseThrow()), clamp);
        Class<?> type = context.getArgument().getType();
        Number result = type == Integer.class ? (Number) Math.toIntExact(value) : (Number) value;
        return () -> Optional.of(result);
    }

    static long clamp(String text, AnnotationValue<Clamp> clamp) {
        if (text == null || !INTEGER.matcher(text.trim()).matches()) {
            return clamp.longValue("otherwise").orElseThrow();
        }
        BigInteger value = new BigInteger(text.trim());
        if (value.compareTo(BigInteger.valueOf(clamp.longValue("minimum").orElseThrow())) < 0) {
            return clamp.longValue("below").orElseThrow();
        }
        if (value.compareTo(BigInteger.valueOf(clamp.longValue("maximum").orElse(Long.MAX_VALUE))) > 0) {
            return clamp.longValue("above").orElse(Long.MAX_VALUE);
        }
        return value.longValueExact();
    }
}
