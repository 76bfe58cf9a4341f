package dev.postern.apig.response;

import dev.postern.data.InstantConverter;
import dev.postern.data.ListConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;
import java.util.List;

/**
 * How a gateway answers where a call of an API fails before or behind the backend.
 *
 * @param isDefault whether it came with its group
 * @param responses the types of error that are not as by default, in the form of the state
 */
@MappedEntity("group_response")
public record GatewayResponse(
    @Id String id,
    String instanceId,
    String groupId,
    String name,
    boolean isDefault,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant createTime,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant updateTime,
    @TypeDef(type = DataType.STRING, converter = ListConverter.class) List<Object> responses) {

    static final String DEFAULT = "default";

    GatewayResponse changed(String newName, List<Object> newResponses, Instant now) {
        return new GatewayResponse(id, instanceId, groupId, newName, isDefault, createTime, now, newResponses);
    }
}
