package dev.postern.fault;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A failure that was ordered.
 *
 * @param position its place in the order in which faults are tried
 * @param operation the operationId, or {@code *}
 * @param errorMsg a message in the place of the code's own
 * @param times how many more requests fail; all when null
 */
@MappedEntity("fault")
record Fault(@Id int position, String operation, String errorCode, @Nullable String errorMsg, @Nullable Integer times) {
}
