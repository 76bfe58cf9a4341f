package dev.postern.apig.plugin;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.PluginAttachmentState;
import dev.postern.control.model.PluginState;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;

/** The plug-ins of the state and what they are attached to. */
@Singleton
class PluginStatePart implements GatewayPart {

    private final PluginRepository plugins;
    private final PluginAttachmentRepository attachments;
    private final Clock clock;

    PluginStatePart(PluginRepository plugins, PluginAttachmentRepository attachments, Clock clock) {
        this.plugins = plugins;
        this.attachments = attachments;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return BOUND_TO_APIS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".plugins", gateway.getPlugins(), (place, plugin) -> {
            places.define(place + ".id", "plug-in", null, plugin.getId());
            places.define(place + ".name", "plug-in name", gateway.getId(), plugin.getName());
            plugins.save(new Plugin(plugin.getId(), gateway.getId(), plugin.getName()));
            Places.each(place + ".attachments", plugin.getAttachments(), (inner, attachment) -> {
                places.define(inner + ".id", "attachment", null, attachment.getId());
                places.require(inner + ".publish_id", "publication", gateway.getId(), attachment.getPublishId());
                places.define(inner + ".publish_id", "attachment to the publication", plugin.getId(),
                    attachment.getPublishId());
                attachments.save(new PluginAttachment(attachment.getId(), gateway.getId(), plugin.getId(),
                    attachment.getPublishId(), attachment.getAttachedTime() == null
                        ? clock.instant() : attachment.getAttachedTime().toInstant()));
            });
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setPlugins(Places.orNull(plugins.findByInstanceIdOrderById(gateway.getId()), row -> {
            PluginState plugin = Shapes.as(row, PluginState.class);
            plugin.setAttachments(Places.orNull(attachments.findByPluginIdOrderById(row.id()),
                attachment -> Shapes.as(attachment, PluginAttachmentState.class)));
            return plugin;
        }));
    }
}
