package dev.postern.snapshot;

import dev.postern.control.api.SnapshotApi;
import dev.postern.control.model.SnapshotInfo;
import dev.postern.control.model.SnapshotList;
import dev.postern.control.model.State;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The snapshots of the control API. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class SnapshotController implements SnapshotApi {

    private final SnapshotService snapshots;

    SnapshotController(SnapshotService snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public SnapshotList listSnapshots() {
        return snapshots.list();
    }

    @Override
    public State showSnapshot(String name) {
        return snapshots.show(name);
    }

    @Override
    public SnapshotInfo createSnapshot(String name) {
        return snapshots.create(name);
    }

    @Override
    public void restoreSnapshot(String name) {
        snapshots.restore(name);
    }

    @Override
    public void deleteSnapshot(String name) {
        snapshots.delete(name);
    }
}
