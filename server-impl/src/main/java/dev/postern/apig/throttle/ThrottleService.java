package dev.postern.apig.throttle;

import dev.postern.apig.binding.Bindings;
import dev.postern.apig.binding.PolicyType;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.AdaptiveControl;
import dev.postern.apig.model.ListRequestThrottlingPolicyV2Response;
import dev.postern.apig.model.SpecialThrottleFlag;
import dev.postern.apig.model.ThrottleBaseInfo;
import dev.postern.apig.model.ThrottleType;
import dev.postern.apig.model.ThrottlesInfo;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The rules of request throttling policies. */
@Singleton
class ThrottleService {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final ThrottleRepository throttles;
    private final SpecialThrottleService specials;
    private final Bindings bindings;
    private final Ids ids;
    private final Clock clock;

    ThrottleService(GatewayAccess gateways, Quotas quotas, ThrottleRepository throttles,
                    SpecialThrottleService specials, Bindings bindings, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.throttles = throttles;
        this.specials = specials;
        this.bindings = bindings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a policy; 400 APIG.3204 where the name is taken, 403 APIG.3107 where there are enough. */
    @Transactional
    ThrottlesInfo create(String projectId, String instanceId, ThrottleBaseInfo policy) {
        checkLimits(policy);
        Gateway gateway = gateways.write(projectId, instanceId);
        quotas.require(gateway, Quota.THROTTLE_NUM_LIMIT, throttles.countByInstanceId(instanceId));
        // Nothing can refer to it yet.
        return shown(throttles.save(row(ids.next(), instanceId, policy, clock.instant())), 0, SpecialThrottleFlag.NOT_INCLUDED);
    }

    /** One window of the policies of a gateway, newest first. */
    @Transactional
    ListRequestThrottlingPolicyV2Response list(String projectId, String instanceId, String id, String name,
                                               String preciseSearch, long offset, int limit) {
        gateways.read(projectId, instanceId);
        PredicateSpecification<Throttle> wanted = Filter.<Throttle>equal("instanceId", instanceId)
            .and(Filter.equal("id", id)).and(Filter.named("name", name, preciseSearch));
        Page<Throttle> page = Page.newest(throttles, Throttle.class, wanted, "createTime", offset, limit);
        List<ThrottlesInfo> shown = shown(page.items());
        return new ListRequestThrottlingPolicyV2Response().throttles(shown).size(shown.size()).total(page.total());
    }

    /** A policy. */
    @Transactional
    ThrottlesInfo show(String projectId, String instanceId, String throttleId) {
        gateways.read(projectId, instanceId);
        return shown(throttles.require(instanceId, throttleId));
    }

    /** Replaces a policy; what is left out goes back to its default. 400 APIG.3204 where the name is taken. */
    @Transactional
    ThrottlesInfo update(String projectId, String instanceId, String throttleId, ThrottleBaseInfo policy) {
        checkLimits(policy);
        gateways.write(projectId, instanceId);
        Throttle present = throttles.require(instanceId, throttleId);
        return shown(throttles.update(row(throttleId, instanceId, policy, present.createTime())));
    }

    /** Deletes a policy that is bound to nothing; 403 APIG.3451 otherwise. */
    @Transactional
    void delete(String projectId, String instanceId, String throttleId) {
        gateways.write(projectId, instanceId);
        throttles.require(instanceId, throttleId);
        bindings.requireUnbound(PolicyType.THROTTLE, throttleId, ErrorCode.APIG_3451);
        throttles.deleteById(throttleId);
    }

    private ThrottlesInfo shown(Throttle throttle) {
        return shown(List.of(throttle)).get(0);
    }

    private List<ThrottlesInfo> shown(List<Throttle> rows) {
        List<String> throttleIds = rows.stream().map(Throttle::id).toList();
        Map<String, Integer> bound = bindings.counts(PolicyType.THROTTLE, throttleIds);
        Map<String, SpecialThrottleFlag> flags = specials.flags(throttleIds);
        return rows.stream().map(row -> shown(row, bound.get(row.id()), flags.get(row.id()))).toList();
    }

    private static ThrottlesInfo shown(Throttle row, int bound, SpecialThrottleFlag flag) {
        return Shapes.as(row, ThrottlesInfo.class).bindNum(bound).isIncluSpecialThrottle(flag);
    }

    private static Throttle row(String id, String instanceId, ThrottleBaseInfo policy, Instant createTime) {
        ThrottleType type = policy.getType() == null ? ThrottleType.BASIC : policy.getType();
        AdaptiveControl control = policy.getEnableAdaptiveControl() == null
            ? AdaptiveControl.FALSE : policy.getEnableAdaptiveControl();
        return new Throttle(id, instanceId, policy.getName(), type.getValue(), policy.getTimeInterval(),
            policy.getTimeUnit().getValue(), policy.getApiCallLimits(), policy.getUserCallLimits(),
            policy.getAppCallLimits(), policy.getIpCallLimits(), policy.getRemark(), control.getValue(), createTime);
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
