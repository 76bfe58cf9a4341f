package dev.postern.time;

import dev.postern.control.Places;
import dev.postern.control.StatePart;
import dev.postern.control.model.ClockState;
import dev.postern.control.model.State;
import dev.postern.data.Moments;
import dev.postern.settings.Settings;
import dev.postern.settings.SettingsRepository;
import jakarta.inject.Singleton;

import java.time.ZoneOffset;

/** The clock of the state. */
@Singleton
class ClockStatePart implements StatePart {

    private final SettingsRepository repository;
    private final ClockService clock;

    ClockStatePart(SettingsRepository repository, ClockService clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return SETTINGS;
    }

    @Override
    public void clear() {
        clock.reset();
    }

    @Override
    public void restore(State state, Places places) {
        ClockState wanted = state.getClock();
        if (wanted == null) {
            return;
        }
        if ((wanted.getFrozenAt() == null) == (wanted.getOffset() == null)) {
            throw Places.refused("clock", "either frozen_at or offset is needed");
        }
        if (wanted.getFrozenAt() != null) {
            clock.set("clock.frozen_at", wanted.getFrozenAt().toInstant(), true);
        } else {
            clock.runAhead("clock.offset", Seconds.nanos(wanted.getOffset()));
        }
    }

    @Override
    public void save(State state) {
        Settings settings = repository.findById(Settings.ONLY).orElseThrow();
        if (settings.clockFrozenAt() != null) {
            state.clock(new ClockState().frozenAt(Moments.ofNanos(settings.clockFrozenAt()).atOffset(ZoneOffset.UTC)));
        } else if (settings.clockOffset() != 0) {
            state.clock(new ClockState().offset(Seconds.text(settings.clockOffset())));
        }
    }
}
