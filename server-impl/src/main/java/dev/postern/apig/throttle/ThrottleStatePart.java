package dev.postern.apig.throttle;

import dev.postern.apig.binding.BindingStates;
import dev.postern.apig.binding.Policy;
import dev.postern.apig.binding.PolicyType;
import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.PolicyBindingState;
import dev.postern.control.model.ThrottleState;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The request throttling policies of the state and what they are bound to. */
@Singleton
class ThrottleStatePart implements GatewayPart {

    private final ThrottleRepository throttles;
    private final BindingStates bindings;
    private final Clock clock;

    ThrottleStatePart(ThrottleRepository throttles, BindingStates bindings, Clock clock) {
        this.throttles = throttles;
        this.bindings = bindings;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return BOUND_TO_APIS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".throttles", gateway.getThrottles(), (place, throttle) -> {
            places.define(place + ".id", "request throttling policy", null, throttle.getId());
            places.define(place + ".name", "request throttling policy name", gateway.getId(), throttle.getName());
            throttles.save(row(gateway.getId(), throttle));
            bindings.restore(place + ".bindings", gateway.getId(), Policy.throttle(throttle.getId()),
                throttle.getBindings(), places);
        });
    }

    @Override
    public void save(GatewayState gateway) {
        Map<String, List<PolicyBindingState>> bound = bindings.of(gateway.getId(), PolicyType.THROTTLE);
        gateway.setThrottles(Places.orNull(throttles.findByInstanceIdOrderById(gateway.getId()), row -> {
            ThrottleState throttle = Shapes.as(row, ThrottleState.class);
            throttle.setBindings(bound.get(row.id()));
            return throttle;
        }));
    }

    private Throttle row(String instanceId, ThrottleState throttle) {
        return new Throttle(throttle.getId(), instanceId, throttle.getName(), throttle.getType().getValue(),
            throttle.getTimeInterval(), throttle.getTimeUnit().getValue(), throttle.getApiCallLimits(),
            throttle.getUserCallLimits(), throttle.getAppCallLimits(), throttle.getIpCallLimits(),
            throttle.getRemark(), throttle.getEnableAdaptiveControl().getValue(), throttle.getHasSpecial(),
            throttle.getCreateTime() == null ? clock.instant() : throttle.getCreateTime().toInstant());
    }
}
