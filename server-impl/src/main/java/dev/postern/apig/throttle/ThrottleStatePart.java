package dev.postern.apig.throttle;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.PolicyBindingState;
import dev.postern.control.model.ThrottleState;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;

/** The request throttling policies of the state and what they are bound to. */
@Singleton
class ThrottleStatePart implements GatewayPart {

    private final ThrottleRepository throttles;
    private final ThrottleBindingRepository bindings;
    private final Clock clock;

    ThrottleStatePart(ThrottleRepository throttles, ThrottleBindingRepository bindings, Clock clock) {
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
            Places.each(place + ".bindings", throttle.getBindings(), (inner, binding) -> {
                places.define(inner + ".id", "binding", null, binding.getId());
                places.require(inner + ".publish_id", "publication", gateway.getId(), binding.getPublishId());
                places.define(inner + ".publish_id", "request throttling policy bound to the publication", null,
                    binding.getPublishId());
                bindings.save(new ThrottleBinding(binding.getId(), gateway.getId(), throttle.getId(),
                    binding.getPublishId()));
            });
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setThrottles(Places.orNull(throttles.findByInstanceIdOrderById(gateway.getId()), row -> {
            ThrottleState throttle = Shapes.as(row, ThrottleState.class);
            throttle.setBindings(Places.orNull(bindings.findByThrottleIdOrderById(row.id()),
                binding -> Shapes.as(binding, PolicyBindingState.class)));
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
