package dev.postern.control;

import dev.postern.error.Dialect;
import dev.postern.fault.Faults;
import dev.postern.control.api.ControlApi;
import dev.postern.control.model.FaultList;
import dev.postern.control.model.FaultOrder;
import dev.postern.control.model.State;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The control API. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ControlController implements ControlApi {

    private final StateService states;
    private final Faults faults;

    ControlController(StateService states, Faults faults) {
        this.states = states;
        this.faults = faults;
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

    @Override
    public FaultList listFaults() {
        return new FaultList().faults(faults.list());
    }

    @Override
    public void replaceFaults(FaultOrder order) {
        faults.replace(order.getFaults());
    }
}
