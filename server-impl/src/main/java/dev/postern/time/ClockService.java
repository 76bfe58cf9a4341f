package dev.postern.time;

import dev.postern.control.model.ClockAdvance;
import dev.postern.control.model.ClockOrder;
import dev.postern.data.Moments;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.settings.Settings;
import dev.postern.settings.SettingsRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;

/** The rules by which the clock is set. */
@Singleton
class ClockService {

    /** Nanoseconds since 1970 in a bigint end in 2262; what follows from the clock needs some room. */
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final SettingsRepository repository;

    ClockService(SettingsRepository repository) {
        this.repository = repository;
    }

    /** What time it is, and whether the clock stands. */
    @Transactional
    dev.postern.control.model.Clock show() {
        return shown(repository.findById(Settings.ONLY).orElseThrow());
    }

    /** Sets, stops or restarts the clock, keeping what is not ordered. */
    @Transactional
    dev.postern.control.model.Clock set(ClockOrder order) {
        if (order.getNow() == null && order.getFrozen() == null) {
            throw Dialect.POSTERN.invalidField("body", "now, frozen or both are needed");
        }
        Settings present = lock();
        Instant now = order.getNow() == null ? PosternClock.at(present) : order.getNow().toInstant();
        set("now", now, order.getFrozen() == null ? present.clockFrozenAt() != null : order.getFrozen());
        return show();
    }

    /** Moves the clock forward; it goes on to stand or to run. */
    @Transactional
    dev.postern.control.model.Clock advance(ClockAdvance order) {
        long nanos = BigDecimal.valueOf(order.getSeconds()).movePointRight(9).longValue();
        // The lock makes concurrent advances add up.
        Settings present = lock();
        boolean frozen = present.clockFrozenAt() != null;
        Instant now = inRange("seconds", PosternClock.at(present).plusNanos(nanos));
        repository.setClock(frozen ? Moments.toNanos(now) : null, frozen ? 0 : present.clockOffset() + nanos);
        return show();
    }

    /** Lets the clock run with the system's. */
    @Transactional
    void reset() {
        repository.setClock(null, 0);
    }

    /** Stops the clock at a moment, or lets it go on from there. */
    void set(String place, Instant moment, boolean frozen) {
        inRange(place, moment);
        repository.setClock(frozen ? Moments.toNanos(moment) : null, frozen ? 0 : PosternClock.ahead(moment));
    }

    /** Lets the clock run some nanoseconds ahead of the system's. */
    void runAhead(String place, long nanos) {
        inRange(place, Instant.now().plusNanos(nanos));
        repository.setClock(null, nanos);
    }

    private Settings lock() {
        return repository.findByIdForUpdate(Settings.ONLY).orElseThrow();
    }

    private static Instant inRange(String place, Instant moment) {
        if (moment.isBefore(FIRST) || !moment.isBefore(LAST)) {
            throw refused(place);
        }
        return moment;
    }

    private static ApiException refused(String place) {
        return Dialect.POSTERN.invalidField(place, "the time must stay from 1970 to 2199");
    }

    private static dev.postern.control.model.Clock shown(Settings settings) {
        boolean frozen = settings.clockFrozenAt() != null;
        return new dev.postern.control.model.Clock()
            .now(PosternClock.at(settings).atOffset(ZoneOffset.UTC))
            .frozen(frozen)
            .offset(frozen ? null : Seconds.text(settings.clockOffset()));
    }
}
