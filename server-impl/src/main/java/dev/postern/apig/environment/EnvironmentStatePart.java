package dev.postern.apig.environment;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.EnvironmentState;
import dev.postern.control.model.GatewayState;
import dev.postern.data.Moments;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.ZoneOffset;

/** The environments of the state. */
@Singleton
class EnvironmentStatePart implements GatewayPart {

    private final EnvironmentRepository repository;
    private final Clock clock;

    EnvironmentStatePart(EnvironmentRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return IN_GATEWAYS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".environments", gateway.getEnvironments(), (place, environment) -> {
            places.define(place + ".id", "environment", gateway.getId(), environment.getId());
            places.define(place + ".name", "environment name", gateway.getId(), environment.getName());
            repository.save(new Environment(new EnvironmentId(gateway.getId(), environment.getId()),
                environment.getName(), environment.getRemark(), Moments.orNow(environment.getCreateTime(), clock)));
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setEnvironments(Places.orNull(repository.findByKeyInstanceIdOrderByName(gateway.getId()),
            row -> new EnvironmentState().id(row.key().id()).name(row.name()).remark(row.remark())
                .createTime(row.createTime().atOffset(ZoneOffset.UTC))));
    }
}
