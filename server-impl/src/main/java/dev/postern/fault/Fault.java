package dev.postern.fault;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/**
 * A fault that was ordered.
 *
 * @param position its place in the order in which faults are tried
 * @param operation the operationId, {@code family.*} or {@code *}
 * @param errorCode what it fails with; null where it only delays
 * @param errorMsg a message in the place of the code's own
 * @param times how many more requests are struck; all when null
 * @param status the status it fails with; that of the code when null
 * @param delayMs how long a request waits first; not at all when null
 * @param when {@code BEFORE} or {@code AFTER} the operation
 * @param probability how likely a request is struck; always when null
 * @param seed what the probability is drawn from
 * @param draws how often it was drawn
 */
@MappedEntity("fault")
record Fault(@Id int position, String operation, @Nullable String errorCode, @Nullable String errorMsg,
             @Nullable Integer times, @Nullable Integer status, @Nullable Integer delayMs,
             @MappedProperty("strikes") String when, @Nullable Double probability, long seed, long draws) {

    /** Whether it is used up. */
    boolean isOver() {
        return times != null && times == 0;
    }

    /** Whether the next request is struck: the same for the same seed, fault and number of draws. */
    boolean hits() {
        return probability == null || Draw.of(seed, position, draws) < probability;
    }

    /** What is left of it once a request was tried. */
    Fault tried(boolean hit) {
        return new Fault(position, operation, errorCode, errorMsg, hit && times != null ? Integer.valueOf(times - 1) : times,
            status, delayMs, when, probability, seed, draws + 1);
    }
}
