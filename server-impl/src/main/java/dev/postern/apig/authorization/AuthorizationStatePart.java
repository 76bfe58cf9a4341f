package dev.postern.apig.authorization;

import dev.postern.apig.binding.BindingStates;
import dev.postern.apig.binding.Policy;
import dev.postern.apig.binding.PolicyType;
import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.PolicyBindingState;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;

/** What the credentials of the state may call. */
@Singleton
class AuthorizationStatePart implements GatewayPart {

    private final BindingStates bindings;

    AuthorizationStatePart(BindingStates bindings) {
        this.bindings = bindings;
    }

    @Override
    public int getOrder() {
        return BOUND_TO_APIS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".apps", gateway.getApps(), (place, app) -> bindings.restore(place + ".authorizations",
            gateway.getId(), Policy.app(app.getId()), app.getAuthorizations(), places));
    }

    @Override
    public void save(GatewayState gateway) {
        Map<String, List<PolicyBindingState>> bound = bindings.of(gateway.getId(), PolicyType.APP);
        Places.each("apps", gateway.getApps(), (place, app) -> app.setAuthorizations(bound.get(app.getId())));
    }
}
