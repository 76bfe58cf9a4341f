package dev.postern.time;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * How long one kind of transition takes, where that was set.
 *
 * @param nanos by the clock; 0 where reads count
 * @param reads how many reads show it; null where the clock counts
 */
@MappedEntity("transition_time")
record TransitionTimeRow(@Id String kind, long nanos, @Nullable Integer reads) {
}
