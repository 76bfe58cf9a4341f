package dev.postern.control;

import dev.postern.fault.Faults;
import dev.postern.control.model.ClockState;
import dev.postern.control.model.State;
import dev.postern.time.PosternClock;
import io.micronaut.core.order.OrderUtil;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The whole state: shown, replaced and emptied in one transaction each. */
@Singleton
public class StateService {

    private final List<StatePart> parts;
    private final PosternClock clock;
    private final Faults faults;

    StateService(List<StatePart> parts, PosternClock clock, Faults faults) {
        this.parts = new ArrayList<>(parts);
        OrderUtil.sort(this.parts);
        this.clock = clock;
        this.faults = faults;
    }

    /** Everything that is kept. */
    @Transactional
    public State show() {
        State state = new State();
        clock.frozenAt().ifPresent(moment ->
            state.clock(new ClockState().frozenAt(moment.atOffset(ZoneOffset.UTC))));
        parts.forEach(part -> part.save(state));
        return state;
    }

    /** Whether nothing is kept. */
    @Transactional
    public boolean isEmpty() {
        return show().equals(new State());
    }

    /**
     * Puts a state in the place of everything.
     *
     * @throws dev.postern.error.ApiException POSTERN.0400 with the place and the reason; nothing changes
     */
    @Transactional
    public void replace(State state) {
        parts.forEach(StatePart::clear);
        clock.run();
        if (state.getClock() != null) {
            clock.freeze(state.getClock().getFrozenAt().toInstant());
        }
        Places places = new Places();
        parts.forEach(part -> part.restore(state, places));
    }

    /** Forgets everything, faults and a frozen clock included. */
    @Transactional
    public void reset() {
        replace(new State());
        faults.clear();
    }
}
