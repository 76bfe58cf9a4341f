package dev.postern.fault;

import dev.postern.control.api.FaultApi;
import dev.postern.control.model.FaultList;
import dev.postern.control.model.FaultOrder;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The faults of the control API. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class FaultController implements FaultApi {

    private final Faults faults;

    FaultController(Faults faults) {
        this.faults = faults;
    }

    @Override
    public FaultList listFaults() {
        return faults.list();
    }

    @Override
    public void replaceFaults(FaultOrder order) {
        faults.replace(order);
    }

    @Override
    public void removeFaults() {
        faults.clear();
    }
}
