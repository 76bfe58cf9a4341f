package dev.postern.data;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Moments as nanoseconds since 1970, because the vendor prints nine decimals and PostgreSQL keeps six. */
public final class Moments {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private Moments() {
    }

    public static long toNanos(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), NANOS), moment.getNano());
    }

    public static Instant ofNanos(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
}
