package dev.postern.apig.credentialquota;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.AppQuotaBindingState;
import dev.postern.control.model.AppQuotaState;
import dev.postern.control.model.GatewayState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;

/** The quotas of the state and the credentials that have them. */
@Singleton
class CredentialQuotaStatePart implements GatewayPart {

    private final AppQuotaRepository quotas;
    private final AppQuotaBindingRepository bindings;
    private final Clock clock;

    CredentialQuotaStatePart(AppQuotaRepository quotas, AppQuotaBindingRepository bindings, Clock clock) {
        this.quotas = quotas;
        this.bindings = bindings;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return BOUND_TO_APPS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".app_quotas", gateway.getAppQuotas(), (place, quota) -> {
            places.define(place + ".id", "quota", null, quota.getId());
            places.define(place + ".name", "quota name", gateway.getId(), quota.getName());
            quotas.save(new AppQuota(quota.getId(), gateway.getId(), quota.getName(), quota.getCallLimits(),
                quota.getTimeUnit().getValue(), quota.getTimeInterval(), quota.getResetTime(), quota.getRemark(),
                Moments.orNow(quota.getCreateTime(), clock)));
            Places.each(place + ".bindings", quota.getBindings(), (inner, binding) -> {
                places.require(inner + ".app_id", "app", gateway.getId(), binding.getAppId());
                places.define(inner + ".app_id", "quota of the app", gateway.getId(), binding.getAppId());
                bindings.save(new AppQuotaBinding(binding.getAppId(), gateway.getId(), quota.getId(),
                    Moments.orNow(binding.getBoundTime(), clock)));
            });
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setAppQuotas(Places.orNull(quotas.findByInstanceIdOrderById(gateway.getId()), row -> {
            AppQuotaState quota = Shapes.as(row, AppQuotaState.class);
            quota.setBindings(Places.orNull(bindings.findByAppQuotaIdOrderByAppId(row.id()),
                binding -> Shapes.as(binding, AppQuotaBindingState.class)));
            return quota;
        }));
    }
}
