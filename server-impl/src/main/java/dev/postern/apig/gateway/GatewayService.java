package dev.postern.apig.gateway;

import dev.postern.apig.model.CreateInstanceV2Response;
import dev.postern.apig.model.CreatePostPayResizeOrderResponse;
import dev.postern.apig.model.InstanceCreateReq;
import dev.postern.apig.model.InstanceModReq;
import dev.postern.apig.model.UpdateInstanceV2Response;
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
    private final GatewayHold hold;
    private final GatewayPlan plan;
    private final Ids ids;
    private final Clock clock;
    private final Transitions transitions;
    private final ProjectQuotas quotas;

    GatewayService(GatewayRepository repository, GatewayHold hold, GatewayPlan plan, Ids ids, Clock clock,
                   Transitions transitions, ProjectQuotas quotas) {
        this.repository = repository;
        this.hold = hold;
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
        // An id is unique in all projects, and free again where its gateway is gone.
        repository.findById(gateway.id).filter(other -> Lifecycle.isGone(other, now))
            .ifPresent(other -> quotas.removeGone(other.projectId, now));
        quotas.addAnother(projectId, now);
        repository.save(gateway);
        repository.addNameEndings(gateway.id);
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
        Gateway gateway = hold.take(projectId, instanceId);
        long now = hold.now();
        if (spec == null) {
            throw Dialect.APIC.invalidField("spec_id", "the edition to change to is missing");
        }
        if (!Edition.exists(spec)) {
            throw new ApiException(ErrorCode.APIC_7301);
        }
        requireUnlocked(gateway);
        hold.requireRunning(gateway);
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
        Gateway gateway = hold.take(projectId, instanceId);
        long now = hold.now();
        requireUnlocked(gateway);
        if (Lifecycle.isBusy(gateway, now)) {
            throw new ApiException(ErrorCode.APIC_7701);
        }
        Lifecycle.begin(gateway, Lifecycle.DELETE, now, transitions.of(Lifecycle.DELETE));
        repository.update(gateway);
    }

    /** Changes what can be changed of a gateway; 400 APIC.7500 where another has the name. */
    @Transactional
    UpdateInstanceV2Response update(String projectId, String instanceId, InstanceModReq request) {
        boolean window = request.getMaintainBegin() != null || request.getMaintainEnd() != null;
        MaintenanceWindow wanted = MaintenanceWindow.of(request.getMaintainBegin(), request.getMaintainEnd());
        String name = request.getInstanceName();
        if (name != null) {
            // A gateway that is gone has no name any more.
            quotas.removeGone(projectId, hold.now());
        }
        Gateway gateway = hold.running(projectId, instanceId);
        if (request.getVpcepServiceName() != null) {
            plan.rename(gateway, request.getVpcepServiceName(), clock.instant());
        }
        gateway.instanceName = either(name, gateway.instanceName);
        gateway.description = either(request.getDescription(), gateway.description);
        gateway.securityGroupId = either(request.getSecurityGroupId(), gateway.securityGroupId);
        gateway.maintainBegin = window ? wanted.begin() : gateway.maintainBegin;
        gateway.maintainEnd = window ? wanted.end() : gateway.maintainEnd;
        repository.update(gateway);
        if (name != null) {
            repository.removeNameEndings(gateway.id);
            repository.addNameEndings(gateway.id);
        }
        return GatewayQueries.shown(gateway, hold.now(), UpdateInstanceV2Response.class);
    }

    private static String either(String wanted, String present) {
        return wanted == null ? present : wanted;
    }

    private static void requireUnlocked(Gateway gateway) {
        if (gateway.cbcOperationLocks != null && !gateway.cbcOperationLocks.isEmpty()) {
            throw new ApiException(ErrorCode.APIC_7712);
        }
    }
}
