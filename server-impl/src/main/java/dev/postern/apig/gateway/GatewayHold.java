package dev.postern.apig.gateway;

import dev.postern.data.Moments;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;

import java.time.Clock;

/** Takes gateways to change them: nobody else changes one until the transaction ends. */
@Singleton
class GatewayHold {

    private final GatewayRepository repository;
    private final Clock clock;

    GatewayHold(GatewayRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** A gateway in whatever state; 404 APIC.7302 where the project has no such gateway. */
    Gateway take(String projectId, String instanceId) {
        return repository.findByIdAndProjectIdForUpdate(instanceId, projectId)
            .filter(gateway -> !Lifecycle.isGone(gateway, now()))
            .orElseThrow(() -> new ApiException(ErrorCode.APIC_7302));
    }

    /** The same, and refuses with 409 APIC.7701 where the gateway is not running. */
    Gateway running(String projectId, String instanceId) {
        Gateway gateway = take(projectId, instanceId);
        requireRunning(gateway);
        return gateway;
    }

    void requireRunning(Gateway gateway) {
        if (!Lifecycle.isRunning(gateway, now())) {
            throw new ApiException(ErrorCode.APIC_7701);
        }
    }

    /** Nanoseconds since 1970. */
    long now() {
        return Moments.toNanos(clock.instant());
    }
}
