package dev.postern.control;

import dev.postern.error.Dialect;
import dev.postern.control.api.ControlApi;
import dev.postern.control.model.State;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The state of the control API. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ControlController implements ControlApi {

    private final StateService states;

    ControlController(StateService states) {
        this.states = states;
    }

    @Override
    public State showState() {
        return states.show();
    }

    @Override
    public void replaceState(State state) {
        states.replace(state);
    }

    /** The same in YAML: the generator makes a method of its own of each content type. */
    @Override
    public void replaceState_1(State state) {
        if (state == null) {
            throw Dialect.POSTERN.unreadableBody("the body is empty");
        }
        states.replace(state);
    }

    @Override
    public void resetState() {
        states.reset();
    }
}
