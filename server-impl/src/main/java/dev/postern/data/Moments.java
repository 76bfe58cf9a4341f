package dev.postern.data;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.core.annotation.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;

/** Moments as nanoseconds since 1970, because the vendor prints nine decimals and PostgreSQL keeps six. */
public final class Moments {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private Moments() {
    }

    /**
     * @throws ApiException POSTERN.0400 for a moment outside the years 1678 to 2262, which only a state can hold
     */
    public static long toNanos(Instant moment) {
        try {
            return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), NANOS), moment.getNano());
        } catch (ArithmeticException e) {
            throw new ApiException(ErrorCode.POSTERN_0400, moment + " cannot be kept: it is not in the years 1678 to 2262");
        }
    }

    public static Instant ofNanos(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /** A moment that a state gives; the present where it gives none. */
    public static Instant orNow(@Nullable OffsetDateTime given, Clock clock) {
        return given == null ? clock.instant() : given.toInstant();
    }
}
