package dev.postern.apig.group;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.ApiGroupState;
import dev.postern.control.model.GatewayState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The API groups of the state. */
@Singleton
class ApiGroupStatePart implements GatewayPart {

    private final ApiGroupRepository repository;
    private final Clock clock;

    ApiGroupStatePart(ApiGroupRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return IN_GATEWAYS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".api_groups", gateway.getApiGroups(), (place, group) -> {
            places.define(place + ".id", "API group", gateway.getId(), group.getId());
            places.define(place + ".id", "API group with the id", null, group.getId());
            places.define(place + ".name", "API group name", gateway.getId(), group.getName());
            repository.save(row(gateway.getId(), group));
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setApiGroups(Places.orNull(repository.findByInstanceIdOrderById(gateway.getId()),
            row -> Shapes.as(row, ApiGroupState.class)));
    }

    private ApiGroup row(String instanceId, ApiGroupState group) {
        Instant made = Moments.orNow(group.getRegisterTime(), clock);
        return new ApiGroup(group.getId(), instanceId, group.getName(), group.getRemark(),
            group.getIsDefault().getValue(), group.getOnSellStatus().getValue(),
            group.getSlDomains() == null ? ApiGroup.subdomains(group.getId()) : List.copyOf(group.getSlDomains()),
            group.getSlDomainAccessEnabled(), group.getVersion() == null ? null : group.getVersion().getValue(),
            group.getRomaAppId(), made, group.getUpdateTime() == null ? made : group.getUpdateTime().toInstant());
    }
}
