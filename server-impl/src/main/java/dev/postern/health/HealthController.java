package dev.postern.health;

import dev.postern.control.api.HealthApi;
import dev.postern.control.model.Coverage;
import dev.postern.control.model.Health;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Health and coverage of the control API. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class HealthController implements HealthApi {

    private final Readiness readiness;
    private final Coverages coverages;

    HealthController(Readiness readiness, Coverages coverages) {
        this.readiness = readiness;
        this.coverages = coverages;
    }

    @Override
    public Health showHealth() {
        return new Health().status("UP").version(HealthController.class.getPackage().getImplementationVersion());
    }

    @Override
    public dev.postern.control.model.Readiness showReadiness() {
        readiness.require();
        return new dev.postern.control.model.Readiness().status("READY");
    }

    @Override
    public Coverage listOperations() {
        return coverages.show();
    }
}
