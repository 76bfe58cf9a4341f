package dev.postern.apig.gateway;

import dev.postern.data.Ids;
import dev.postern.data.Moments;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Optional;

/** How the other families find the gateway that their resources are in. */
@Singleton
public class GatewayAccess {

    private final GatewayRepository gateways;
    private final Ids ids;
    private final Clock clock;

    GatewayAccess(GatewayRepository gateways, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.ids = ids;
        this.clock = clock;
    }

    /** A gateway; 404 APIG.3030 where the project has no such gateway. */
    public Gateway read(String projectId, String instanceId) {
        return present(gateways.findByIdAndProjectId(instanceId, projectId), instanceId, now());
    }

    /**
     * The same, and refuses with 409 APIC.7701 where the gateway is not running; then the gateway is the caller's alone
     * until the transaction ends. What is looked up after this stays as it is: names are free, quotas not used up, and
     * what a new thing refers to is there.
     */
    public Gateway write(String projectId, String instanceId) {
        ids.reserve();
        Optional<Gateway> found = gateways.findByIdAndProjectIdForUpdate(instanceId, projectId);
        // Only here: it may have taken a while to get the gateway.
        long now = now();
        Gateway gateway = present(found, instanceId, now);
        if (!Lifecycle.isRunning(gateway, now)) {
            throw new ApiException(ErrorCode.APIC_7701);
        }
        return gateway;
    }

    /** A gateway, for operations of gateway management: 404 APIC.7302 where the project has no such gateway. */
    public Gateway manage(String projectId, String instanceId) {
        long now = now();
        return gateways.findByIdAndProjectId(instanceId, projectId)
            .filter(gateway -> !Lifecycle.isGone(gateway, now))
            .orElseThrow(() -> new ApiException(ErrorCode.APIC_7302));
    }

    private long now() {
        return Moments.toNanos(clock.instant());
    }

    private static Gateway present(Optional<Gateway> found, String instanceId, long now) {
        return found.filter(gateway -> !Lifecycle.isGone(gateway, now))
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3030, instanceId));
    }
}
