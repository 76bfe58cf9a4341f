package dev.postern.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.control.StateService;
import dev.postern.control.model.SnapshotInfo;
import dev.postern.control.model.SnapshotList;
import dev.postern.control.model.State;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import dev.postern.settings.Settings;
import dev.postern.settings.SettingsRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.time.ZoneOffset;

/** States that are kept by name. */
@Singleton
class SnapshotService {

    private final SnapshotRepository repository;
    private final StateService states;
    private final SettingsRepository settings;
    private final ObjectMapper mapper;

    SnapshotService(SnapshotRepository repository, StateService states, SettingsRepository settings, ObjectMapper mapper) {
        this.repository = repository;
        this.settings = settings;
        this.states = states;
        // The one that states are sent and read with, so that a snapshot is what would be shown and put back.
        this.mapper = mapper;
    }

    /** The names of all snapshots. */
    @Transactional
    SnapshotList list() {
        return new SnapshotList().snapshots(repository.findNames().stream()
            .map(snapshot -> info(snapshot.name(), snapshot.createdAt())).toList());
    }

    /** The state of a snapshot; 404 where there is no such one. */
    @Transactional
    State show(String name) {
        String text = repository.findById(name).orElseThrow(() -> missing(name)).state();
        try {
            return mapper.readValue(text, State.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the snapshot " + name + " is no state", e);
        }
    }

    /** Keeps the present state, in the place of a snapshot of that name. */
    SnapshotInfo create(String name) {
        try {
            // In a transaction of its own, in which it sees one moment.
            return keep(name, mapper.writeValueAsString(states.show()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the state has no JSON form", e);
        }
    }

    @Transactional
    SnapshotInfo keep(String name, String state) {
        // One at a time: another request may keep one of the name as well. First, as whoever replaces the state does.
        settings.findByIdForUpdate(Settings.ONLY);
        Instant now = Instant.now();
        if (repository.replace(name, now, state) == 0) {
            repository.save(new Snapshot(name, now, state));
        }
        return info(name, now);
    }

    /** Puts the state of a snapshot in the place of everything; 404 where there is no such one. */
    @Transactional
    void restore(String name) {
        states.replace(show(name));
    }

    /** Forgets a snapshot; 404 where there is no such one. */
    @Transactional
    void delete(String name) {
        if (repository.remove(name) == 0) {
            throw missing(name);
        }
    }

    private static SnapshotInfo info(String name, Instant createdAt) {
        return new SnapshotInfo().name(name).createdAt(createdAt.atOffset(ZoneOffset.UTC));
    }

    private static ApiException missing(String name) {
        return new ApiException(ErrorCode.POSTERN_0404_SNAPSHOT, name);
    }
}
