package dev.postern.ids;

import dev.postern.control.Places;
import dev.postern.control.StatePart;
import dev.postern.control.model.IdSeed;
import dev.postern.control.model.IdSeedState;
import dev.postern.control.model.State;
import jakarta.inject.Singleton;

/** The seed of the state, so that a run from a snapshot can be repeated. */
@Singleton
class IdSeedStatePart implements StatePart {

    private final IdSeedService seeds;

    IdSeedStatePart(IdSeedService seeds) {
        this.seeds = seeds;
    }

    @Override
    public int getOrder() {
        // Before everything: whoever generates an id keeps the counter while it waits for what the others keep.
        return SETTINGS - 1;
    }

    @Override
    public void clear() {
        seeds.set(null, 0);
    }

    @Override
    public void restore(State state, Places places) {
        IdSeedState seed = state.getIds();
        if (seed != null) {
            seeds.set(seed.getSeed(), seed.getDrawn() == null ? 0 : seed.getDrawn());
        }
    }

    @Override
    public void save(State state) {
        IdSeed seed = seeds.show();
        if (seed.getSeed() != null) {
            state.ids(new IdSeedState().seed(seed.getSeed()).drawn(seed.getDrawn()));
        }
    }
}
