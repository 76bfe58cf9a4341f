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

    /**
     * Has the sequence to itself until the transaction ends, where ids come from a seed. Whoever locks something and
     * makes ids does so first: it is the first in the order of locks.
     */
    public void reserve() {
        source.reserve();
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
