package dev.postern.time;

import dev.postern.data.Moments;
import dev.postern.settings.CurrentSettings;
import dev.postern.settings.Settings;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The one clock of the server: the system's, unless it was set or stopped; UTC. */
@Singleton
public class PosternClock extends Clock {

    private static final Clock SYSTEM = Clock.systemUTC();

    private final CurrentSettings settings;

    PosternClock(CurrentSettings settings) {
        this.settings = settings;
    }

    @Override
    public Instant instant() {
        return at(settings.get());
    }

    /** What time it is by given settings. */
    static Instant at(Settings settings) {
        return settings.clockFrozenAt() != null
            ? Moments.ofNanos(settings.clockFrozenAt()) : SYSTEM.instant().plusNanos(settings.clockOffset());
    }

    /** How many nanoseconds a moment is ahead of the system's clock. */
    static long ahead(Instant moment) {
        return Math.subtractExact(Moments.toNanos(moment), Moments.toNanos(SYSTEM.instant()));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("every time of Postern is UTC");
    }
}
