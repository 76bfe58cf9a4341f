package dev.postern.time;

import dev.postern.control.Places;
import dev.postern.control.StatePart;
import dev.postern.control.model.State;
import jakarta.inject.Singleton;

/** The transition times of the state. */
@Singleton
class TransitionTimesStatePart implements StatePart {

    private final Transitions transitions;

    TransitionTimesStatePart(Transitions transitions) {
        this.transitions = transitions;
    }

    @Override
    public int getOrder() {
        return SETTINGS;
    }

    @Override
    public void clear() {
        transitions.reset();
    }

    @Override
    public void restore(State state, Places places) {
        if (state.getTransitionTimes() != null) {
            transitions.replace("transition_times.", state.getTransitionTimes());
        }
    }

    @Override
    public void save(State state) {
        state.setTransitionTimes(transitions.showSet());
    }
}
