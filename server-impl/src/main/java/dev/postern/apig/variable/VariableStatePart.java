package dev.postern.apig.variable;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.VariableState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;

/** The variables of the state. */
@Singleton
class VariableStatePart implements GatewayPart {

    private final VariableRepository repository;
    private final Clock clock;

    VariableStatePart(VariableRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return APIS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".api_groups", gateway.getApiGroups(), (groupPlace, group) ->
            Places.each(groupPlace + ".variables", group.getVariables(), (place, variable) -> {
                places.define(place + ".id", "variable", null, variable.getId());
                places.require(place + ".env_id", "environment", gateway.getId(), variable.getEnvId());
                places.define(place + ".variable_name", "variable of the group and environment",
                    group.getId() + " " + variable.getEnvId(), variable.getVariableName());
                repository.save(new Variable(variable.getId(), gateway.getId(), group.getId(), variable.getEnvId(),
                    variable.getVariableName(), variable.getVariableValue(),
                    Moments.orNow(variable.getCreateTime(), clock)));
            }));
    }

    @Override
    public void save(GatewayState gateway) {
        Places.each("api_groups", gateway.getApiGroups(), (place, group) ->
            group.setVariables(Places.orNull(repository.findByGroupIdOrderById(group.getId()),
                row -> Shapes.as(row, VariableState.class))));
    }
}
