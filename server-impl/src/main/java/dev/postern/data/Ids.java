package dev.postern.data;

import dev.postern.ids.IdSource;
import jakarta.inject.Singleton;

import java.util.UUID;

/** Makes the ids that the vendor would make: 32 hexadecimal digits. */
@Singleton
public class Ids {

    private final IdSource source;

    Ids(IdSource source) {
        this.source = source;
    }

    /** A new id. */
    public String next() {
        return nextUuid().toString().replace("-", "");
    }

    /** A new id of a task. */
    public String nextJob() {
        return "JOB-" + next();
    }

    /** A new id with its hyphens. */
    public UUID nextUuid() {
        return source.nextUuid();
    }
}
