package dev.postern.control;

import dev.postern.fault.Faults;
import dev.postern.control.model.State;
import dev.postern.journal.JournalService;
import io.micronaut.core.order.OrderUtil;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;

/** The whole state: shown, replaced and emptied in one transaction each. */
@Singleton
public class StateService {

    private final List<StatePart> parts;
    private final Faults faults;
    private final JournalService journal;
    private final QueryPlans plans;

    StateService(List<StatePart> parts, Faults faults, JournalService journal, QueryPlans plans) {
        this.parts = new ArrayList<>(parts);
        OrderUtil.sort(this.parts);
        this.faults = faults;
        this.journal = journal;
        this.plans = plans;
    }

    /** Everything that is kept, of one moment: it takes many statements, and others may change something meanwhile. */
    @Transactional(isolation = TransactionDefinition.Isolation.REPEATABLE_READ)
    public State show() {
        State state = new State();
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
        Places places = new Places();
        parts.forEach(part -> part.restore(state, places));
        plans.renew(places.number());
    }

    /** Forgets everything, but for the snapshots. */
    @Transactional
    public void reset() {
        replace(new State());
        faults.clear();
        journal.reset();
    }
}
