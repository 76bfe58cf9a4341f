package dev.postern.apig.acl;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.AclState;
import dev.postern.control.model.GatewayState;
import dev.postern.control.model.PolicyBindingState;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

/** The access control policies of the state and what they are bound to. */
@Singleton
class AclStatePart implements GatewayPart {

    private final AclRepository acls;
    private final AclBindingRepository bindings;

    AclStatePart(AclRepository acls, AclBindingRepository bindings) {
        this.acls = acls;
        this.bindings = bindings;
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
            acls.save(new Acl(acl.getId(), gateway.getId(), acl.getName()));
            Places.each(place + ".bindings", acl.getBindings(), (inner, binding) -> {
                places.define(inner + ".id", "binding", null, binding.getId());
                places.require(inner + ".publish_id", "publication", gateway.getId(), binding.getPublishId());
                places.define(inner + ".publish_id", "binding to the publication", acl.getId(), binding.getPublishId());
                bindings.save(new AclBinding(binding.getId(), gateway.getId(), acl.getId(), binding.getPublishId()));
            });
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setAcls(Places.orNull(acls.findByInstanceIdOrderById(gateway.getId()), row -> {
            AclState acl = Shapes.as(row, AclState.class);
            acl.setBindings(Places.orNull(bindings.findByAclIdOrderById(row.id()),
                binding -> Shapes.as(binding, PolicyBindingState.class)));
            return acl;
        }));
    }
}
