package dev.postern.apig.throttle;

import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.AdaptiveControl;
import dev.postern.apig.model.SpecialThrottleFlag;
import dev.postern.apig.model.ThrottleBaseInfo;
import dev.postern.apig.model.ThrottleType;
import dev.postern.apig.model.UpdateRequestThrottlingPolicyV2Response;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** The rules of request throttling policies. */
@Singleton
class ThrottleService {

    private final GatewayAccess gateways;
    private final ThrottleRepository throttles;
    private final Bindings bindings;

    ThrottleService(GatewayAccess gateways, ThrottleRepository throttles, Bindings bindings) {
        this.gateways = gateways;
        this.throttles = throttles;
        this.bindings = bindings;
    }

    /** Replaces a policy; what is left out goes back to its default. 400 APIG.3204 where the name is taken. */
    @Transactional
    UpdateRequestThrottlingPolicyV2Response update(String projectId, String instanceId, String throttleId,
                                                   ThrottleBaseInfo policy) {
        gateways.write(projectId, instanceId);
        Throttle present = throttles.findByIdAndInstanceId(throttleId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3005, throttleId));
        checkLimits(policy);
        ThrottleType type = policy.getType() == null ? ThrottleType.BASIC : policy.getType();
        AdaptiveControl control = policy.getEnableAdaptiveControl() == null
            ? AdaptiveControl.FALSE : policy.getEnableAdaptiveControl();
        return shown(throttles.update(new Throttle(throttleId, instanceId, policy.getName(), type.getValue(),
            policy.getTimeInterval(), policy.getTimeUnit().getValue(), policy.getApiCallLimits(),
            policy.getUserCallLimits(), policy.getAppCallLimits(), policy.getIpCallLimits(), policy.getRemark(),
            control.getValue(), present.hasSpecial(), present.createTime())));
    }

    private UpdateRequestThrottlingPolicyV2Response shown(Throttle throttle) {
        return Shapes.as(throttle, UpdateRequestThrottlingPolicyV2Response.class)
            .bindNum(bindings.count(PolicyType.THROTTLE, throttle.id()))
            .isIncluSpecialThrottle(throttle.hasSpecial() ? SpecialThrottleFlag.INCLUDED : SpecialThrottleFlag.NOT_INCLUDED);
    }

    /** A user may call no more than everyone together, a credential no more than a user, an address as a user. */
    private static void checkLimits(ThrottleBaseInfo policy) {
        int all = policy.getApiCallLimits();
        checkLimit("user_call_limits", policy.getUserCallLimits(), all);
        checkLimit("app_call_limits", policy.getAppCallLimits(),
            policy.getUserCallLimits() == null ? all : policy.getUserCallLimits());
        checkLimit("ip_call_limits", policy.getIpCallLimits(), all);
    }

    private static void checkLimit(String field, Integer limit, int most) {
        if (limit != null && limit > most) {
            throw Dialect.APIG.invalidField(field, "it is over " + most);
        }
    }
}
