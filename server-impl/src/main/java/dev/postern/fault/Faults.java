package dev.postern.fault;

import dev.postern.control.model.FaultList;
import dev.postern.control.model.FaultOrder;
import dev.postern.control.model.FaultState;
import dev.postern.data.Shapes;
import dev.postern.error.Dialect;
import dev.postern.settings.Settings;
import dev.postern.settings.SettingsRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Makes operations fail and wait on order. */
@Singleton
public class Faults {

    private final FaultRepository repository;
    private final SettingsRepository settings;
    private final FaultRules rules;

    Faults(FaultRepository repository, SettingsRepository settings, FaultRules rules) {
        this.repository = repository;
        this.settings = settings;
        this.rules = rules;
    }

    /** The fault that strikes a request for an operation, if one does; it counts as used. */
    @Transactional
    public Optional<Strike> next(String operationId, String family, Dialect dialect) {
        for (Fault fault : repository.findFor(operationId, family + FaultRules.ALL_OF)) {
            Optional<Fault> struck = fault.times() == null && fault.probability() == null
                ? Optional.of(fault) : tryOnce(fault);
            if (struck.isPresent()) {
                return struck.map(rest -> new Strike(rest, dialect));
            }
        }
        return Optional.empty();
    }

    /** The faults that are set, in the order in which they are tried. */
    @Transactional
    public FaultList list() {
        List<Fault> faults = repository.findLeft();
        return new FaultList()
            .faults(Shapes.all(faults, FaultState.class))
            .seed(faults.isEmpty() ? null : faults.get(0).seed());
    }

    /**
     * Sets faults in the place of all others.
     *
     * @throws dev.postern.error.ApiException POSTERN.0400 with the place and the reason; nothing changes
     */
    @Transactional
    public void replace(FaultOrder order) {
        clear();
        List<dev.postern.control.model.Fault> faults = order.getFaults();
        long seed = seed(order);
        for (int i = 0; i < faults.size(); i++) {
            dev.postern.control.model.Fault fault = faults.get(i);
            rules.check("faults[" + i + "]", fault);
            repository.save(new Fault(i, fault.getOperation(), fault.getErrorCode(), fault.getErrorMsg(),
                fault.getTimes(), fault.getStatus(), fault.getDelayMs(), fault.getWhen().getValue(),
                fault.getProbability(), seed, 0));
        }
        settings.setHasFaults(!faults.isEmpty());
    }

    /** Removes every fault. */
    @Transactional
    public void clear() {
        settings.setHasFaults(false);
        repository.deleteAll();
    }

    /** Between finding the fault and now another request may have used it up, or another order removed it. */
    private Optional<Fault> tryOnce(Fault found) {
        Optional<Fault> present = repository.findByPositionForUpdate(found.position())
            .filter(fault -> fault.operation().equals(found.operation()) && !fault.isOver());
        if (present.isEmpty()) {
            return Optional.empty();
        }
        boolean hit = present.get().hits();
        Fault rest = repository.update(present.get().tried(hit));
        return hit ? Optional.of(rest) : Optional.empty();
    }

    private long seed(FaultOrder order) {
        if (order.getSeed() != null) {
            return order.getSeed();
        }
        Long common = settings.findById(Settings.ONLY).orElseThrow().idSeed();
        return common == null ? ThreadLocalRandom.current().nextLong() : common;
    }
}
