package dev.postern.time;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The one clock of the server: the system's, unless it was frozen; UTC. */
@Singleton
public class PosternClock extends Clock {

    private final FrozenClockRepository frozen;
    private final Clock system = Clock.systemUTC();

    PosternClock(FrozenClockRepository frozen) {
        this.frozen = frozen;
    }

    @Override
    public Instant instant() {
        return frozenAt().orElseGet(system::instant);
    }

    /** The moment at which the clock stands, if it does. */
    public Optional<Instant> frozenAt() {
        return frozen.findById(FrozenClock.ONLY).map(FrozenClock::frozenAt);
    }

    /** Stops the clock at a moment. */
    public void freeze(Instant moment) {
        run();
        frozen.save(new FrozenClock(FrozenClock.ONLY, moment));
    }

    /** Lets the clock run with the system's. */
    public void run() {
        frozen.deleteAll();
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
