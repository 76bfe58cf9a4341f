package dev.postern.apig.plugin;

import dev.postern.data.InstantConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** The attachment of a plug-in to an API in an environment. */
@MappedEntity("plugin_attachment")
public record PluginAttachment(
    @Id String id,
    String instanceId,
    String pluginId,
    String publishId,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant attachedTime) {
}
