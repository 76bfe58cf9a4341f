package dev.postern.time;

import dev.postern.control.model.TransitionKind;
import dev.postern.control.model.TransitionTime;
import dev.postern.control.model.TransitionTimes;
import dev.postern.error.Dialect;
import dev.postern.settings.SettingsRepository;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/** How long transitions take. */
@Singleton
public class Transitions {

    private final TransitionTimeRepository repository;
    private final SettingsRepository settings;
    private final Duration usual;

    Transitions(TransitionTimeRepository repository, SettingsRepository settings,
                @Value("${postern.transition-time}") Duration usual) {
        this.repository = repository;
        this.settings = settings;
        this.usual = usual;
    }

    /**
     * How long a transition takes.
     *
     * @param duration by the clock; zero is at once
     * @param reads how many reads show it, 1 or more; null where the clock counts
     */
    public record Time(Duration duration, @Nullable Integer reads) {
    }

    /** How long a transition of a kind takes that begins now. */
    public Time of(String kind) {
        return find(kind).orElseGet(() -> new Time(usual, null));
    }

    /** How long each kind takes. */
    @Transactional
    TransitionTimes show() {
        return new TransitionTimes()
            .create(shown(of(TransitionKind.CREATE.getValue())))
            .resize(shown(of(TransitionKind.RESIZE.getValue())))
            .delete(shown(of(TransitionKind.DELETE.getValue())));
    }

    /** Only what was set; null where nothing was. */
    TransitionTimes showSet() {
        TransitionTimes times = new TransitionTimes();
        find(TransitionKind.CREATE.getValue()).map(Transitions::shown).ifPresent(times::setCreate);
        find(TransitionKind.RESIZE.getValue()).map(Transitions::shown).ifPresent(times::setResize);
        find(TransitionKind.DELETE.getValue()).map(Transitions::shown).ifPresent(times::setDelete);
        return times.equals(new TransitionTimes()) ? null : times;
    }

    /**
     * Sets the times in the place of all others.
     *
     * @param place what refusals put before the kind
     */
    @Transactional
    public void replace(String place, TransitionTimes times) {
        repository.deleteAll();
        BiConsumer<TransitionKind, TransitionTime> set = (kind, time) -> {
            if (time != null) {
                repository.save(row(place, kind, time));
            }
        };
        set.accept(TransitionKind.CREATE, times.getCreate());
        set.accept(TransitionKind.RESIZE, times.getResize());
        set.accept(TransitionKind.DELETE, times.getDelete());
    }

    /** Lets every transition take as long as the server was started with. */
    void reset() {
        repository.deleteAll();
        settings.setCountsReads(false);
    }

    private Optional<Time> find(String kind) {
        return repository.findById(kind).map(row -> new Time(Duration.ofNanos(row.nanos()), row.reads()));
    }

    private TransitionTimeRow row(String place, TransitionKind kind, TransitionTime time) {
        if ((time.getAfterSeconds() == null) == (time.getAfterReads() == null)) {
            throw Dialect.POSTERN.invalidField(place + kind.getValue().toLowerCase(java.util.Locale.ROOT),
                "either after_seconds or after_reads is needed");
        }
        if (time.getAfterSeconds() != null) {
            return new TransitionTimeRow(kind.getValue(), time.getAfterSeconds().movePointRight(9).longValue(), null);
        }
        if (time.getAfterReads() == 0) {
            return new TransitionTimeRow(kind.getValue(), 0, null);
        }
        // It is taken back by a reset only: transitions that began by then go on to count.
        settings.setCountsReads(true);
        return new TransitionTimeRow(kind.getValue(), 0, time.getAfterReads());
    }

    private static TransitionTime shown(Time time) {
        return time.reads() == null
            ? new TransitionTime().afterSeconds(Seconds.decimal(time.duration().toNanos()))
            : new TransitionTime().afterReads(time.reads());
    }
}
