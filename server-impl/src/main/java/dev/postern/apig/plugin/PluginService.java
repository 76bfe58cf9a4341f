package dev.postern.apig.plugin;

import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.ListPluginsResponse;
import dev.postern.apig.model.PluginCreate;
import dev.postern.apig.model.PluginInfo;
import dev.postern.apig.model.PluginType;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The rules of plug-ins. */
@Singleton
class PluginService {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final PluginRepository plugins;
    private final Bindings bindings;
    private final Ids ids;
    private final Clock clock;

    PluginService(GatewayAccess gateways, Quotas quotas, PluginRepository plugins, Bindings bindings, Ids ids,
                  Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.plugins = plugins;
        this.bindings = bindings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a plug-in; 400 APIG.3326 where the name is taken, 403 APIG.3100 where there are enough. */
    @Transactional
    PluginInfo create(String projectId, String instanceId, PluginCreate plugin) {
        checkContent(plugin);
        Gateway gateway = gateways.write(projectId, instanceId);
        quotas.require(gateway, Quota.PLUGIN_NUM_LIMIT, plugins.countByInstanceId(instanceId));
        if (plugin.getPluginType() == PluginType.KAFKA_LOG) {
            quotas.require(gateway, Quota.PLUGIN_KAFKA_LOG_NUM_LIMIT,
                plugins.countByInstanceIdAndPluginType(instanceId, plugin.getPluginType().getValue()));
        }
        Instant now = clock.instant();
        return shown(plugins.save(row(ids.next(), instanceId, plugin, now, now)));
    }

    /** One window of the plug-ins of a gateway, newest first. */
    @Transactional
    ListPluginsResponse list(String projectId, String instanceId, String pluginType, String pluginScope,
                             String pluginId, String pluginName, String preciseSearch, long offset, int limit) {
        gateways.read(projectId, instanceId);
        return page(plugins, Filter.<Plugin>equal("instanceId", instanceId)
            .and(Filter.equal("pluginType", pluginType)).and(Filter.equal("pluginScope", pluginScope))
            .and(Filter.equal("id", pluginId)).and(Filter.named("name", pluginName, preciseSearch, "plugin_name")),
            offset, limit);
    }

    /** A plug-in. */
    @Transactional
    PluginInfo show(String projectId, String instanceId, String pluginId) {
        gateways.read(projectId, instanceId);
        return shown(plugins.require(instanceId, pluginId));
    }

    /** Replaces a plug-in, which keeps type and scope; 400 APIG.3326 where the name is taken. */
    @Transactional
    PluginInfo update(String projectId, String instanceId, String pluginId, PluginCreate plugin) {
        checkContent(plugin);
        gateways.write(projectId, instanceId);
        Plugin present = plugins.require(instanceId, pluginId);
        requireSame("plugin_type", present.pluginType(), plugin.getPluginType().getValue());
        requireSame("plugin_scope", present.pluginScope(), plugin.getPluginScope().getValue());
        return shown(plugins.update(row(pluginId, instanceId, plugin, present.createTime(), clock.instant())));
    }

    /** Deletes a plug-in that is attached to nothing; 409 APIG.3462 otherwise. */
    @Transactional
    void delete(String projectId, String instanceId, String pluginId) {
        gateways.write(projectId, instanceId);
        plugins.require(instanceId, pluginId);
        bindings.requireUnbound(PolicyType.PLUGIN, pluginId, ErrorCode.APIG_3462);
        plugins.deleteById(pluginId);
    }

    /** One window of plug-ins, newest first. */
    static ListPluginsResponse page(PluginRepository plugins, PredicateSpecification<Plugin> wanted, long offset,
                                    int limit) {
        Page<Plugin> page = Page.newest(plugins, Plugin.class, wanted, "createTime", offset, limit);
        List<PluginInfo> shown = page.items().stream().map(PluginService::shown).toList();
        return new ListPluginsResponse().plugins(shown).size(shown.size()).total(page.total());
    }

    private static PluginInfo shown(Plugin plugin) {
        return Shapes.as(plugin, PluginInfo.class).pluginId(plugin.id()).pluginName(plugin.name());
    }

    private static Plugin row(String id, String instanceId, PluginCreate plugin, Instant createTime,
                              Instant updateTime) {
        return new Plugin(id, instanceId, plugin.getPluginName(), plugin.getPluginType().getValue(),
            plugin.getPluginScope().getValue(), plugin.getPluginContent(), plugin.getRemark(), createTime, updateTime);
    }

    private static void checkContent(PluginCreate plugin) {
        if (!PluginContents.fits(plugin.getPluginType(), plugin.getPluginContent())) {
            throw Dialect.APIG.invalidField("plugin_content", "it does not fit plugin_type");
        }
    }

    private static void requireSame(String field, String present, String wanted) {
        if (!present.equals(wanted)) {
            throw Dialect.APIG.invalidField(field, "it cannot change");
        }
    }
}
