package dev.postern.apig.variable;

import dev.postern.data.InstantConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** A variable of an API group in an environment. */
@MappedEntity("environment_variable")
public record Variable(
    @Id String id,
    String instanceId,
    String groupId,
    String envId,
    String variableName,
    String variableValue,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant createTime) {
}
