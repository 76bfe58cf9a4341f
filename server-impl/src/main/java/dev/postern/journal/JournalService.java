package dev.postern.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.control.model.Journal;
import dev.postern.control.model.JournalEntry;
import dev.postern.data.Filter;
import dev.postern.data.Moments;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.settings.Settings;
import dev.postern.settings.SettingsRepository;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What is shown of the requests that were recorded, and whether any are. */
@Singleton
public class JournalService {

    /** Every entry: a condition of no conditions has no form in SQL. */
    private static final PredicateSpecification<JournalEntryRow> EVERY =
        (root, builder) -> builder.greaterThan(root.get("id"), 0L);

    private final JournalRepository repository;
    private final SettingsRepository settings;

    JournalService(JournalRepository repository, SettingsRepository settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /** What entries are filtered by; null does not filter. The path matches in part. */
    record Wanted(String operation, Integer status, OffsetDateTime since, String path) {
    }

    /** One window of the entries, newest first. */
    @Transactional
    Journal list(Wanted wanted, int limit, int offset) {
        PredicateSpecification<JournalEntryRow> filter = EVERY.and(Filter.equal("operation", wanted.operation()))
            .and(Filter.equal("status", wanted.status()))
            .and(since(wanted.since()))
            .and(Filter.contains("path", wanted.path()));
        Page<JournalEntryRow> page = Page.of(repository, JournalEntryRow.class, filter,
            (root, builder) -> List.of(builder.desc(root.get("id"))), offset, limit);
        return new Journal()
            .recording(settings.findById(Settings.ONLY).orElseThrow().recording())
            .total(page.total())
            .entries(page.items().stream().map(JournalService::shown).toList());
    }

    /** Records requests from now on, or does not. */
    @Transactional
    void record(boolean recording) {
        settings.setRecording(recording);
    }

    /** Forgets every entry. */
    @Transactional
    void clear() {
        repository.deleteAll();
    }

    /** Forgets every entry and stops recording. */
    @Transactional
    public void reset() {
        record(false);
        clear();
    }

    private static PredicateSpecification<JournalEntryRow> since(OffsetDateTime moment) {
        // No entry is from before 1970, nor from what lies beyond the last moment that can be kept.
        return moment == null || moment.getYear() < 1970 ? Filter.any()
            : (root, builder) -> builder.greaterThanOrEqualTo(root.get("time"),
                moment.getYear() > 2261 ? Long.MAX_VALUE : Moments.toNanos(moment.toInstant()));
    }

    private static JournalEntry shown(JournalEntryRow row) {
        ObjectNode facts = Shapes.tree(row);
        facts.put("time", Moments.ofNanos(row.time).atOffset(ZoneOffset.UTC).toString());
        facts.put("duration_ms", row.duration / (double) TimeUnit.MILLISECONDS.toNanos(1));
        facts.set("headers", Shapes.parse(row.headers, JsonNode.class));
        facts.set("violations", Shapes.parse(row.violations, JsonNode.class));
        if (row.fault != null) {
            facts.set("fault", Shapes.parse(row.fault, JsonNode.class));
        }
        return Shapes.as(facts, JournalEntry.class);
    }
}
