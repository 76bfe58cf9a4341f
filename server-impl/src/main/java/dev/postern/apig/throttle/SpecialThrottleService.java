package dev.postern.apig.throttle;

import dev.postern.apig.credential.AppRepository;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.ListSpecialThrottlingConfigurationsV2Response;
import dev.postern.apig.model.SpecialThrottleFlag;
import dev.postern.apig.model.SpecialThrottleObjectType;
import dev.postern.apig.model.ThrottleSpecialCreate;
import dev.postern.apig.model.ThrottleSpecialInfo;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of limits that a policy has for particular credentials and tenants. */
@Singleton
class SpecialThrottleService {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final ThrottleRepository throttles;
    private final SpecialThrottleRepository specials;
    private final NamedSpecialThrottleRepository named;
    private final AppRepository apps;
    private final Ids ids;
    private final Clock clock;

    SpecialThrottleService(GatewayAccess gateways, Quotas quotas, ThrottleRepository throttles,
                           SpecialThrottleRepository specials, NamedSpecialThrottleRepository named, AppRepository apps,
                           Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.throttles = throttles;
        this.specials = specials;
        this.named = named;
        this.apps = apps;
        this.ids = ids;
        this.clock = clock;
    }

    /** Sets up a limit; 400 APIG.3308 where the credential or tenant has one, 403 APIG.3100 where enough have. */
    @Transactional
    ThrottleSpecialInfo create(String projectId, String instanceId, String throttleId, ThrottleSpecialCreate special) {
        Gateway gateway = gateways.write(projectId, instanceId);
        Throttle throttle = throttles.require(instanceId, throttleId);
        boolean app = special.getObjectType() == SpecialThrottleObjectType.APP;
        if (app) {
            apps.require(instanceId, special.getObjectId());
        }
        checkLimit(throttle, special.getCallLimits());
        String type = special.getObjectType().getValue();
        quotas.require(gateway, app ? Quota.APP_THROTTLE_LIMIT : Quota.USER_THROTTLE_LIMIT,
            specials.countByThrottleIdAndObjectType(throttleId, type));
        return shown(specials.save(new SpecialThrottle(ids.next(), instanceId, throttleId, type, special.getObjectId(),
            special.getCallLimits(), clock.instant())).id());
    }

    /** Gives a credential or tenant another limit. */
    @Transactional
    ThrottleSpecialInfo update(String projectId, String instanceId, String throttleId, String id, long callLimits) {
        gateways.write(projectId, instanceId);
        Throttle throttle = throttles.require(instanceId, throttleId);
        SpecialThrottle present = specials.findByIdAndThrottleId(id, throttleId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3013, id));
        checkLimit(throttle, callLimits);
        return shown(specials.update(present.limitedTo((int) callLimits)).id());
    }

    /** Takes a limit away. */
    @Transactional
    void delete(String projectId, String instanceId, String throttleId, String id) {
        gateways.write(projectId, instanceId);
        throttles.require(instanceId, throttleId);
        if (specials.deleteByIdAndThrottleId(id, throttleId) == 0) {
            throw new ApiException(ErrorCode.APIG_3013, id);
        }
    }

    /** One window of the limits of a policy, newest first. */
    @Transactional
    ListSpecialThrottlingConfigurationsV2Response list(String projectId, String instanceId, String throttleId,
                                                       String objectType, String appName, String user, long offset,
                                                       int limit) {
        gateways.read(projectId, instanceId);
        throttles.require(instanceId, throttleId);
        PredicateSpecification<NamedSpecialThrottle> wanted =
            Filter.<NamedSpecialThrottle>equal("throttleId", throttleId)
                .and(Filter.equal("objectType", objectType))
                .and(Filter.contains("appName", appName))
                .and(Filter.equal("objectType", user == null || user.isEmpty() ? null : SpecialThrottle.USER))
                .and(Filter.contains("objectName", user));
        Page<NamedSpecialThrottle> page =
            Page.newest(named, NamedSpecialThrottle.class, wanted, "applyTime", offset, limit);
        List<ThrottleSpecialInfo> shown = Shapes.all(page.items(), ThrottleSpecialInfo.class);
        return new ListSpecialThrottlingConfigurationsV2Response()
            .throttleSpecials(shown).size(shown.size()).total(page.total());
    }

    /** Whether there are limits of their own, for each of several policies. */
    Map<String, SpecialThrottleFlag> flags(Collection<String> throttleIds) {
        Set<String> with = throttleIds.isEmpty() ? Set.of() : specials.findThrottleIds(throttleIds);
        return throttleIds.stream().distinct().collect(Collectors.toMap(Function.identity(), id ->
            with.contains(id) ? SpecialThrottleFlag.INCLUDED : SpecialThrottleFlag.NOT_INCLUDED));
    }

    private ThrottleSpecialInfo shown(String id) {
        return Shapes.as(named.findById(id).orElseThrow(), ThrottleSpecialInfo.class);
    }

    private static void checkLimit(Throttle throttle, long callLimits) {
        if (callLimits > throttle.apiCallLimits()) {
            throw new ApiException(ErrorCode.APIG_2003, "call_limits");
        }
    }
}
