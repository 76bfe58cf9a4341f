package dev.postern.apig.plugin;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * A plug-in.
 *
 * @param pluginContent what it is set to, as JSON text
 */
@MappedEntity("plugin")
public record Plugin(
    @Id String id,
    String instanceId,
    String name,
    String pluginType,
    String pluginScope,
    String pluginContent,
    @Nullable String remark,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant createTime,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant updateTime) {
}
