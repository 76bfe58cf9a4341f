package dev.postern.ids;

import dev.postern.control.api.IdsApi;
import dev.postern.control.model.IdSeed;
import dev.postern.control.model.IdSeedOrder;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The seed of generated ids, in the control API. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class IdsController implements IdsApi {

    private final IdSeedService seeds;

    IdsController(IdSeedService seeds) {
        this.seeds = seeds;
    }

    @Override
    public IdSeed showIdSeed() {
        return seeds.show();
    }

    @Override
    public void setIdSeed(IdSeedOrder order) {
        seeds.set(order.getSeed(), 0);
    }

    @Override
    public void removeIdSeed() {
        seeds.set(null, 0);
    }
}
