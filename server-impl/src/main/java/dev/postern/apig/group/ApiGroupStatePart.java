package dev.postern.apig.group;

import dev.postern.apig.gateway.GatewayEquipment;
import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.ApiGroupState;
import dev.postern.control.model.GatewayState;
import dev.postern.data.Ids;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

/** The API groups of the state, and the one that a new gateway comes with. */
@Singleton
class ApiGroupStatePart implements GatewayPart, GatewayEquipment {

    private static final String DEFAULT = "DEFAULT";

    private final ApiGroupRepository repository;
    private final Ids ids;

    ApiGroupStatePart(ApiGroupRepository repository, Ids ids) {
        this.repository = repository;
        this.ids = ids;
    }

    @Override
    public int getOrder() {
        return IN_GATEWAYS;
    }

    @Override
    public void equip(String instanceId) {
        repository.save(new ApiGroup(ids.next(), instanceId, DEFAULT, null, true));
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".api_groups", gateway.getApiGroups(), (place, group) -> {
            places.define(place + ".id", "API group", gateway.getId(), group.getId());
            places.define(place + ".id", "API group with the id", null, group.getId());
            places.define(place + ".name", "API group name", gateway.getId(), group.getName());
            repository.save(new ApiGroup(group.getId(), gateway.getId(), group.getName(), group.getRemark(),
                group.getSlDomainAccessEnabled()));
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setApiGroups(Places.orNull(repository.findByInstanceIdOrderById(gateway.getId()),
            row -> Shapes.as(row, ApiGroupState.class)));
    }
}
