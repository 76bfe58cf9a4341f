package dev.postern.apig.gateway;

import dev.postern.apig.model.CreateInstanceV2Response;
import dev.postern.apig.model.CreatePostPayResizeOrderResponse;
import dev.postern.apig.model.InstanceCreateReq;
import dev.postern.data.Ids;
import dev.postern.data.Moments;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import dev.postern.time.Transitions;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;

/** The rules by which gateways are made, changed and deleted. */
@Singleton
class GatewayService {

    private static final int PAY_PER_USE = 0;

    private final GatewayRepository repository;
    private final GatewayPlan plan;
    private final Ids ids;
    private final Clock clock;
    private final Transitions transitions;
    private final ProjectQuotas quotas;

    GatewayService(GatewayRepository repository, GatewayPlan plan, Ids ids, Clock clock, Transitions transitions,
                   ProjectQuotas quotas) {
        this.repository = repository;
        this.plan = plan;
        this.ids = ids;
        this.clock = clock;
        this.transitions = transitions;
        this.quotas = quotas;
    }

    /**
     * Begins to make a gateway; 400 APIC.7500 or APIC.7505 where its name or id is taken, 403 APIC.7400 where the
     * project has as many as it may have.
     */
    @Transactional
    CreateInstanceV2Response create(String projectId, InstanceCreateReq request) {
        Instant moment = clock.instant();
        long now = Moments.toNanos(moment);
        // Ids come first: who draws from a seed waits for others that do, and should not have them wait in turn.
        Gateway gateway = plan.of(projectId, request, moment);
        String messageJob = ids.nextJob();
        String job = ids.nextJob();
        Lifecycle.begin(gateway, Lifecycle.CREATE, now, transitions.of(Lifecycle.CREATE));
        quotas.requireAnother(projectId, now);
        repository.save(gateway);
        plan.equip(gateway);
        // The vendor's message names a job of its own, not the one in job_id.
        return new CreateInstanceV2Response()
            .instanceId(gateway.id)
            .message("JOB_ASSIGNED_FOR_PROVISIONING_0003I:The job " + messageJob
                + " has been assigned to the instance " + gateway.id + " for running provisioning.")
            .jobId(job);
    }

    /** Begins to resize a gateway to a larger edition. */
    @Transactional
    CreatePostPayResizeOrderResponse resize(String projectId, String instanceId, String spec) {
        // Before anything is locked: who draws from a seed waits for others that do.
        String job = ids.nextJob();
        long now = now();
        Gateway gateway = find(projectId, instanceId, now);
        if (spec == null) {
            throw Dialect.APIC.invalidField("spec_id", "the edition to change to is missing");
        }
        if (!Edition.exists(spec)) {
            throw new ApiException(ErrorCode.APIC_7301);
        }
        requireUnlocked(gateway);
        requireRunning(gateway, now);
        if (gateway.chargingMode != PAY_PER_USE) {
            throw new ApiException(ErrorCode.APIC_9215);
        }
        String present = Lifecycle.spec(gateway, now);
        if (present.equals(spec)) {
            throw new ApiException(ErrorCode.APIC_7707);
        }
        if (!Edition.grows(present, spec)) {
            throw new ApiException(ErrorCode.APIC_7243);
        }
        Lifecycle.begin(gateway, Lifecycle.RESIZE, now, transitions.of(Lifecycle.RESIZE));
        gateway.transitionSpec = spec;
        repository.update(gateway);
        return new CreatePostPayResizeOrderResponse()
            .instanceId(gateway.id)
            .message("JOB_ASSIGNED_FOR_RESIZE_0086I:The job " + job + " is assigned to resize instance.")
            .jobId(job);
    }

    /** Begins to delete a gateway and everything in it. */
    @Transactional
    void delete(String projectId, String instanceId) {
        long now = now();
        Gateway gateway = find(projectId, instanceId, now);
        requireUnlocked(gateway);
        if (Lifecycle.isBusy(gateway, now)) {
            throw new ApiException(ErrorCode.APIC_7701);
        }
        Lifecycle.begin(gateway, Lifecycle.DELETE, now, transitions.of(Lifecycle.DELETE));
        repository.update(gateway);
    }

    /** Unbinds the address for calls from the internet; nothing happens where none is bound. */
    @Transactional
    void removeEip(String projectId, String instanceId) {
        Gateway gateway = findRunning(projectId, instanceId);
        gateway.eipAddress = null;
        gateway.eipIpv6Address = null;
        gateway.publicips = null;
        repository.update(gateway);
    }

    /** Ends calls from the gateway to the internet; nothing happens where there were none. */
    @Transactional
    void removeEngress(String projectId, String instanceId) {
        Gateway gateway = findRunning(projectId, instanceId);
        gateway.natEipAddress = null;
        gateway.natEipIpv6Cidr = null;
        gateway.bandwidthSize = null;
        gateway.bandwidthChargingMode = null;
        repository.update(gateway);
    }

    /** Ends calls from the internet to a gateway behind ELB; nothing happens where there were none. */
    @Transactional
    void removeIngress(String projectId, String instanceId) {
        Gateway gateway = findRunning(projectId, instanceId);
        gateway.eipAddress = null;
        gateway.eipIpv6Address = null;
        gateway.publicips = null;
        gateway.ingressBandwidthSize = null;
        gateway.ingressBandwidthChargingMode = null;
        repository.update(gateway);
    }

    private Gateway findRunning(String projectId, String instanceId) {
        long now = now();
        Gateway gateway = find(projectId, instanceId, now);
        requireRunning(gateway, now);
        return gateway;
    }

    private Gateway find(String projectId, String instanceId, long now) {
        return repository.findByIdAndProjectIdForUpdate(instanceId, projectId)
            .filter(gateway -> !Lifecycle.isGone(gateway, now))
            .orElseThrow(() -> new ApiException(ErrorCode.APIC_7302));
    }

    private long now() {
        return Moments.toNanos(clock.instant());
    }

    private static void requireRunning(Gateway gateway, long now) {
        if (!Lifecycle.isRunning(gateway, now)) {
            throw new ApiException(ErrorCode.APIC_7701);
        }
    }

    private static void requireUnlocked(Gateway gateway) {
        if (gateway.cbcOperationLocks != null && !gateway.cbcOperationLocks.isEmpty()) {
            throw new ApiException(ErrorCode.APIC_7712);
        }
    }
}
