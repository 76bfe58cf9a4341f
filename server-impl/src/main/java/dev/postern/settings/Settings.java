package dev.postern.settings;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * What steers the server; one row, in the database so that replicas agree.
 *
 * @param clockFrozenAt where the clock stands, in nanoseconds since 1970; null while it runs
 * @param clockOffset how many nanoseconds a running clock is ahead of the system's
 * @param hasFaults whether any fault is set
 * @param countsReads whether a transition may be under way that reads count for
 * @param recording whether requests are recorded
 * @param idSeed what ids are generated from; null while they are random
 */
@MappedEntity("settings")
public record Settings(@Id int id, @Nullable Long clockFrozenAt, long clockOffset, boolean hasFaults,
                       boolean countsReads, boolean recording, @Nullable Long idSeed) {

    public static final int ONLY = 1;
}
