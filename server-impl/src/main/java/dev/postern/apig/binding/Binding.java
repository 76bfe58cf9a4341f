package dev.postern.apig.binding;

import dev.postern.data.InstantConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * The binding of a policy to an API in an environment.
 *
 * @param slot see {@link Policy}
 */
@MappedEntity("binding")
public record Binding(
    @Id String id,
    String instanceId,
    PolicyType policyType,
    String policyId,
    String publishId,
    String slot,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant boundTime) {
}
