package dev.postern.secmaster.subscription;

import dev.postern.data.ListConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.util.List;

/**
 * A resource subscribed to with SecMaster.
 *
 * @param used how much of its size is in use
 * @param locked whether an earlier order is still being worked on
 */
@MappedEntity("subscription")
public record Subscription(
    @Id String resourceId,
    String projectId,
    @Nullable String resourceType,
    String resourceSpecCode,
    int resourceSize,
    int used,
    String billingMode,
    boolean locked,
    @Nullable @TypeDef(type = DataType.STRING, converter = ListConverter.class) List<Object> tags) {
}
