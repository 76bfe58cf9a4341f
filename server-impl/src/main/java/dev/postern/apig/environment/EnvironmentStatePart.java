package dev.postern.apig.environment;

import dev.postern.apig.gateway.GatewayEquipment;
import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.EnvironmentState;
import dev.postern.control.model.GatewayState;
import jakarta.inject.Singleton;

/** The environments of the state, and the one that a new gateway comes with. */
@Singleton
class EnvironmentStatePart implements GatewayPart, GatewayEquipment {

    private final EnvironmentRepository repository;

    EnvironmentStatePart(EnvironmentRepository repository) {
        this.repository = repository;
    }

    @Override
    public int getOrder() {
        return IN_GATEWAYS;
    }

    @Override
    public void equip(String instanceId) {
        repository.save(new Environment(
            new EnvironmentId(instanceId, Environment.RELEASE_ID), Environment.RELEASE, null));
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".environments", gateway.getEnvironments(), (place, environment) -> {
            places.define(place + ".id", "environment", gateway.getId(), environment.getId());
            places.define(place + ".name", "environment name", gateway.getId(), environment.getName());
            repository.save(new Environment(new EnvironmentId(gateway.getId(), environment.getId()),
                environment.getName(), environment.getRemark()));
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setEnvironments(Places.orNull(repository.findByKeyInstanceIdOrderByName(gateway.getId()),
            row -> new EnvironmentState().id(row.key().id()).name(row.name()).remark(row.remark())));
    }
}
