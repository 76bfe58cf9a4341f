package dev.postern.apig.monitoring;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * The calls of the APIs of a group in one minute.
 *
 * @param currentMinute the minute, in seconds since 1970
 */
@MappedEntity("group_statistics")
public record GroupStatistics(
    @Id @GeneratedValue @Nullable Long id,
    String instanceId,
    String groupId,
    long currentMinute,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant registerTime,
    @Nullable String provider,
    @Nullable Integer reqCount,
    @Nullable @MappedProperty("req_count2xx") Integer reqCount2xx,
    @Nullable @MappedProperty("req_count4xx") Integer reqCount4xx,
    @Nullable @MappedProperty("req_count5xx") Integer reqCount5xx,
    @Nullable Integer reqCountError,
    @Nullable Integer maxLatency,
    @Nullable Float avgLatency,
    @Nullable Long inputThroughput,
    @Nullable Long outputThroughput) {
}
