package dev.postern.apig.plugin;

import dev.postern.apig.binding.BindingStates;
import dev.postern.apig.binding.Policy;
import dev.postern.apig.binding.PolicyType;
import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.PluginState;
import dev.postern.control.model.PolicyBindingState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The plug-ins of the state and what they are attached to. */
@Singleton
class PluginStatePart implements GatewayPart {

    private final PluginRepository plugins;
    private final BindingStates bindings;
    private final Clock clock;

    PluginStatePart(PluginRepository plugins, BindingStates bindings, Clock clock) {
        this.plugins = plugins;
        this.bindings = bindings;
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
            plugins.save(row(gateway.getId(), plugin));
            bindings.restore(place + ".bindings", gateway.getId(),
                Policy.plugin(plugin.getId(), plugin.getPluginType().getValue()), plugin.getBindings(), places);
        });
    }

    @Override
    public void save(GatewayState gateway) {
        Map<String, List<PolicyBindingState>> bound = bindings.of(gateway.getId(), PolicyType.PLUGIN);
        gateway.setPlugins(Places.orNull(plugins.findByInstanceIdOrderById(gateway.getId()), row -> {
            PluginState plugin = Shapes.as(row, PluginState.class);
            plugin.setBindings(bound.get(row.id()));
            return plugin;
        }));
    }

    private Plugin row(String instanceId, PluginState plugin) {
        return new Plugin(plugin.getId(), instanceId, plugin.getName(), plugin.getPluginType().getValue(),
            plugin.getPluginScope().getValue(), plugin.getPluginContent(), plugin.getRemark(),
            Moments.orNow(plugin.getCreateTime(), clock), Moments.orNow(plugin.getUpdateTime(), clock));
    }
}
