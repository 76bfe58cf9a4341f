package dev.postern.apig.signature;

import dev.postern.apig.binding.BindingStates;
import dev.postern.apig.binding.Policy;
import dev.postern.apig.binding.PolicyType;
import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.PolicyBindingState;
import dev.postern.control.model.SignState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The signature keys of the state and what they are bound to. */
@Singleton
class SignatureStatePart implements GatewayPart {

    private final SignatureKeyRepository keys;
    private final BindingStates bindings;
    private final Clock clock;

    SignatureStatePart(SignatureKeyRepository keys, BindingStates bindings, Clock clock) {
        this.keys = keys;
        this.bindings = bindings;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return BOUND_TO_APIS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".signs", gateway.getSigns(), (place, key) -> {
            places.define(place + ".id", "signature key", null, key.getId());
            places.define(place + ".name", "signature key name", gateway.getId(), key.getName());
            keys.save(new SignatureKey(key.getId(), gateway.getId(), key.getName(), key.getSignType().getValue(),
                key.getSignKey(), key.getSignSecret(),
                key.getSignAlgorithm() == null ? null : key.getSignAlgorithm().getValue(),
                Moments.orNow(key.getCreateTime(), clock), Moments.orNow(key.getUpdateTime(), clock)));
            bindings.restore(place + ".bindings", gateway.getId(), Policy.sign(key.getId()), key.getBindings(), places);
        });
    }

    @Override
    public void save(GatewayState gateway) {
        Map<String, List<PolicyBindingState>> bound = bindings.of(gateway.getId(), PolicyType.SIGN);
        gateway.setSigns(Places.orNull(keys.findByInstanceIdOrderById(gateway.getId()), row -> {
            SignState key = Shapes.as(row, SignState.class);
            key.setBindings(bound.get(row.id()));
            return key;
        }));
    }
}
