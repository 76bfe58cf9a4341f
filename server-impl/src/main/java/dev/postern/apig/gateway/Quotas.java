package dev.postern.apig.gateway;

import dev.postern.data.Moments;
import dev.postern.error.ApiException;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * How many of each a gateway may have: the vendor's default, unless the state says otherwise. What is counted after
 * {@link GatewayAccess#write} stays as it is, so that nobody gets around a quota.
 */
@Singleton
public class Quotas {

    private final Clock clock;

    Quotas(Clock clock) {
        this.clock = clock;
    }

    /**
     * Refuses one more with the code of the quota where there are as many as there may be.
     *
     * @param present how many there are, where the quota counts: in the gateway, the group, the API
     */
    public void require(Gateway gateway, Quota quota, long present) {
        if (present >= most(gateway, quota)) {
            throw new ApiException(quota.exceeded());
        }
    }

    /** How many there may be. */
    public int most(Gateway gateway, Quota quota) {
        List<Object> own = gateway.quotas == null ? List.of() : gateway.quotas;
        return own.stream().map(entry -> (Map<?, ?>) entry)
            .filter(entry -> quota.name().equals(entry.get("name")))
            .map(entry -> ((Number) entry.get("most")).intValue())
            .findFirst()
            .orElseGet(() -> quota.most() != null ? quota.most()
                : Edition.apis(Lifecycle.spec(gateway, Moments.toNanos(clock.instant()))));
    }
}
