package dev.postern.ids;

import dev.postern.control.model.IdSeed;
import dev.postern.settings.Settings;
import dev.postern.settings.SettingsRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** The seed that ids are generated from. */
@Singleton
class IdSeedService {

    private final SettingsRepository settings;
    private final IdCounterRepository counter;

    IdSeedService(SettingsRepository settings, IdCounterRepository counter) {
        this.settings = settings;
        this.counter = counter;
    }

    /** The seed, if there is one, and how many ids were drawn from it. */
    @Transactional
    IdSeed show() {
        return new IdSeed().seed(settings.findById(Settings.ONLY).orElseThrow().idSeed()).drawn(counter.drawn());
    }

    /** Generates ids from a seed, or random ones where it is null. */
    @Transactional
    void set(Long seed, long drawn) {
        // The counter first: a request that draws an id keeps it.
        counter.set(drawn);
        settings.setIdSeed(seed);
    }
}
