package dev.postern.journal;

import dev.postern.control.api.JournalApi;
import dev.postern.control.model.Journal;
import dev.postern.control.model.JournalSettings;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

import java.time.OffsetDateTime;

/** The journal of the control API. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class JournalController implements JournalApi {

    private final JournalService journal;

    JournalController(JournalService journal) {
        this.journal = journal;
    }

    @Override
    public Journal listJournal(String operation, Integer status, OffsetDateTime since, String path, Integer limit,
                               Integer offset) {
        return journal.list(new JournalService.Wanted(operation, status, since, path), limit, offset);
    }

    @Override
    public void setJournal(JournalSettings settings) {
        journal.record(settings.getRecording());
    }

    @Override
    public void clearJournal() {
        journal.clear();
    }
}
