package dev.postern.journal;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A request as it was answered; lists are JSON text. */
@MappedEntity("journal_entry")
@Introspected(accessKind = Introspected.AccessKind.FIELD, visibility = Introspected.Visibility.PUBLIC)
public class JournalEntryRow {

    @Id
    @GeneratedValue(GeneratedValue.Type.IDENTITY)
    public Long id;
    /** Nanoseconds since 1970. */
    public long time;
    public String requestId;
    public String operation;
    public String method;
    public String path;
    public String query;
    public String headers;
    public String body;
    public Boolean bodyTruncated;
    public int status;
    public String errorCode;
    public String errorMsg;
    /** Nanoseconds. */
    public long duration;
    public String fault;
    public String violations;
}
