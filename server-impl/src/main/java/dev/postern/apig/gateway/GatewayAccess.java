package dev.postern.apig.gateway;

import dev.postern.data.Moments;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;

import java.time.Clock;

/** How the other families find the gateway that their resources are in. */
@Singleton
public class GatewayAccess {

    private final GatewayRepository gateways;
    private final Clock clock;

    GatewayAccess(GatewayRepository gateways, Clock clock) {
        this.gateways = gateways;
        this.clock = clock;
    }

    /** Refuses with 404 APIG.3030 where the project has no such gateway. */
    public void read(String projectId, String instanceId) {
        find(projectId, instanceId, now());
    }

    /** The same, and refuses with 409 APIC.7701 where the gateway is not running. */
    public void write(String projectId, String instanceId) {
        long now = now();
        if (!Lifecycle.isRunning(find(projectId, instanceId, now), now)) {
            throw new ApiException(ErrorCode.APIC_7701);
        }
    }

    private long now() {
        return Moments.toNanos(clock.instant());
    }

    private Gateway find(String projectId, String instanceId, long now) {
        return gateways.findByIdAndProjectId(instanceId, projectId)
            .filter(gateway -> !Lifecycle.isGone(gateway, now))
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3030, instanceId));
    }
}
