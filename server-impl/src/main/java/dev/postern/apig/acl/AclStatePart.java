package dev.postern.apig.acl;

import dev.postern.apig.binding.BindingStates;
import dev.postern.apig.binding.Policy;
import dev.postern.apig.binding.PolicyType;
import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.AclState;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.PolicyBindingState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The access control policies of the state and what they are bound to. */
@Singleton
class AclStatePart implements GatewayPart {

    private final AclRepository acls;
    private final BindingStates bindings;
    private final Clock clock;

    AclStatePart(AclRepository acls, BindingStates bindings, Clock clock) {
        this.acls = acls;
        this.bindings = bindings;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return BOUND_TO_APIS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".acls", gateway.getAcls(), (place, acl) -> {
            places.define(place + ".id", "access control policy", null, acl.getId());
            places.define(place + ".name", "access control policy name", gateway.getId(), acl.getName());
            acls.save(new Acl(acl.getId(), gateway.getId(), acl.getName(), acl.getAclType().getValue(),
                acl.getEntityType().getValue(), acl.getAclValue(),
                Moments.orNow(acl.getUpdateTime(), clock)));
            bindings.restore(place + ".bindings", gateway.getId(),
                Policy.acl(acl.getId(), acl.getEntityType().getValue()), acl.getBindings(), places);
        });
    }

    @Override
    public void save(GatewayState gateway) {
        Map<String, List<PolicyBindingState>> bound = bindings.of(gateway.getId(), PolicyType.ACL);
        gateway.setAcls(Places.orNull(acls.findByInstanceIdOrderById(gateway.getId()), row -> {
            AclState acl = Shapes.as(row, AclState.class);
            acl.setBindings(bound.get(row.id()));
            return acl;
        }));
    }
}
