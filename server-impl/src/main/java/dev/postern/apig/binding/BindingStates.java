package dev.postern.apig.binding;

import dev.postern.control.Places;
import dev.postern.control.model.PolicyBindingState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The bindings in the state, for each family that has policies to bind. */
@Singleton
public class BindingStates {

    private final Bindings bindings;
    private final BindingRepository repository;
    private final Clock clock;

    BindingStates(Bindings bindings, BindingRepository repository, Clock clock) {
        this.bindings = bindings;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Keeps what a policy of the state is bound to.
     *
     * @param at the place of the list in the state
     * @param states the list, which may be missing
     */
    public void restore(String at, String instanceId, Policy policy, List<PolicyBindingState> states, Places places) {
        Places.each(at, states, (place, binding) -> {
            places.define(place + ".id", "binding", null, binding.getId());
            places.require(place + ".publish_id", "publication", instanceId, binding.getPublishId());
            places.define(place + ".publish_id", policy.slot() + " bound to the publication", instanceId,
                binding.getPublishId());
            bindings.insert(binding.getId(), instanceId, policy, binding.getPublishId(),
                Moments.orNow(binding.getBoundTime(), clock));
        });
    }

    /** What the policies of a type in a gateway are bound to, by policy; one that is bound to nothing is left out. */
    public Map<String, List<PolicyBindingState>> of(String instanceId, PolicyType type) {
        return repository.findByInstanceIdAndPolicyTypeOrderById(instanceId, type).stream()
            .collect(Collectors.groupingBy(Binding::policyId,
                Collectors.mapping(row -> Shapes.as(row, PolicyBindingState.class), Collectors.toList())));
    }
}
