package dev.postern.data;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;

import java.time.Instant;

/** Keeps moments as {@link Moments}. */
@Singleton
public class InstantConverter implements AttributeConverter<Instant, Long> {

    @Override
    public Long convertToPersistedValue(Instant moment, ConversionContext context) {
        return moment == null ? null : Moments.toNanos(moment);
    }

    @Override
    public Instant convertToEntityValue(Long nanos, ConversionContext context) {
        return nanos == null ? null : Moments.ofNanos(nanos);
    }
}
