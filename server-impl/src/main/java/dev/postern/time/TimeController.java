package dev.postern.time;

import dev.postern.control.api.TimeApi;
import dev.postern.control.model.Clock;
import dev.postern.control.model.ClockAdvance;
import dev.postern.control.model.ClockOrder;
import dev.postern.control.model.TransitionTimes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The clock and the transition times of the control API. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class TimeController implements TimeApi {

    private final ClockService clock;
    private final Transitions transitions;

    TimeController(ClockService clock, Transitions transitions) {
        this.clock = clock;
        this.transitions = transitions;
    }

    @Override
    public Clock showClock() {
        return clock.show();
    }

    @Override
    public Clock setClock(ClockOrder order) {
        return clock.set(order);
    }

    @Override
    public void resetClock() {
        clock.reset();
    }

    @Override
    public Clock advanceClock(ClockAdvance order) {
        return clock.advance(order);
    }

    @Override
    public TransitionTimes showTransitionTimes() {
        return transitions.show();
    }

    @Override
    public void replaceTransitionTimes(TransitionTimes times) {
        transitions.replace("", times);
    }
}
