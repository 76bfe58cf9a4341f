package dev.postern.apig.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.model.CbcOperationLock;
import dev.postern.apig.model.ChargingMode;
import dev.postern.apig.model.CreationProgress;
import dev.postern.apig.model.CreationStatus;
import dev.postern.apig.model.InstanceSpec;
import dev.postern.apig.model.InstanceStatus;
import dev.postern.apig.model.InstanceStatusId;
import dev.postern.apig.model.ListInstancesV2Response;
import dev.postern.apig.model.LoadbalancerProvider;
import dev.postern.apig.model.RespInstanceBase;
import dev.postern.apig.model.ShowDetailsOfInstanceProgressV2Response;
import dev.postern.apig.model.ShowDetailsOfInstanceV2Response;
import dev.postern.apig.model.ShowRestrictionOfInstanceV2Response;
import dev.postern.data.Moments;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.data.Where;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What is shown of gateways. */
@Singleton
class GatewayQueries {

    private final GatewayRepository repository;
    private final ProjectQuotaRepository projects;
    private final GatewayList list;
    private final CountedReads reads;
    private final GatewayAccess gateways;
    private final Clock clock;

    GatewayQueries(GatewayRepository repository, ProjectQuotaRepository projects, GatewayList list, CountedReads reads,
                   GatewayAccess gateways, Clock clock) {
        this.repository = repository;
        this.projects = projects;
        this.list = list;
        this.gateways = gateways;
        this.reads = reads;
        this.clock = clock;
    }

    /** One window of the gateways of a project, newest first, then by id; the filters may be null. */
    @Transactional
    ListInstancesV2Response list(String projectId, long offset, int limit, String instanceId, String instanceName,
                                 String status) {
        long now = Moments.toNanos(clock.instant());
        Map<String, Gateway> counted = reads.list(projectId, instanceId, instanceName);
        Where wanted = new Where().and("project_id = ?", projectId).andIf("id = ?", instanceId);
        boolean named = instanceName != null && !instanceName.isEmpty();
        boolean few = named && list.named(wanted, projectId, instanceName) || instanceId != null;
        alive(wanted, now, counted.keySet());
        if (status != null) {
            hasStatus(wanted, projectId, status, now, counted);
        }
        boolean filtered = named || instanceId != null || status != null || !counted.isEmpty();
        Page<Gateway> page = list.page(wanted, few, filtered ? null : () -> count(projectId, now), offset, limit);
        List<RespInstanceBase> instances = page.items().stream()
            .map(gateway -> summary(counted.getOrDefault(gateway.id, gateway), now)).toList();
        return new ListInstancesV2Response().instances(instances).size(instances.size()).total(page.total());
    }

    /** All there is to know of a gateway; 404 APIC.7302 where the project has no such gateway. */
    @Transactional
    ShowDetailsOfInstanceV2Response show(String projectId, String instanceId) {
        long now = Moments.toNanos(clock.instant());
        return shown(find(projectId, instanceId, now), now, ShowDetailsOfInstanceV2Response.class);
    }

    /** How far the creation of a gateway is. */
    @Transactional
    ShowDetailsOfInstanceProgressV2Response progress(String projectId, String instanceId) {
        long now = Moments.toNanos(clock.instant());
        Gateway gateway = find(projectId, instanceId, now);
        int percent = Lifecycle.created(Lifecycle.status(gateway, now));
        boolean failed = percent == 0;
        return new ShowDetailsOfInstanceProgressV2Response()
            .progress(CreationProgress.fromValue(percent))
            .status(failed ? CreationStatus.FAILED : percent == 100 ? CreationStatus.SUCCESS : CreationStatus.CREATING)
            .errorCode(failed ? Objects.requireNonNullElse(gateway.creationErrorCode, "APIC.9206") : null)
            .errorMsg(failed ? Objects.requireNonNullElse(gateway.creationErrorMsg, "create failed...") : null)
            .startTime(gateway.createTime)
            .endTime(Lifecycle.creationEnd(gateway));
    }

    /** What networks a gateway keeps for itself. */
    ShowRestrictionOfInstanceV2Response restriction(String projectId, String instanceId) {
        return Shapes.as(gateways.manage(projectId, instanceId), ShowRestrictionOfInstanceV2Response.class);
    }

    /** The facts of a gateway in one of the shapes that its details have. */
    static <T> T shown(Gateway gateway, long now, Class<T> type) {
        ObjectNode facts = Shapes.tree(gateway);
        // The request and the state have a list here, the details one bracketed string.
        facts.remove("available_zone_ids");
        if (gateway.availableZoneIds != null) {
            facts.put("available_zone_ids", gateway.availableZoneIds.toString());
        }
        if (gateway.shubaoIps != null || gateway.livedataIps != null) {
            facts.putPOJO("node_ips", Map.of(
                "shubao", gateway.shubaoIps == null ? List.of() : gateway.shubaoIps,
                "livedata", gateway.livedataIps == null ? List.of() : gateway.livedataIps));
        }
        facts.put("status", Lifecycle.status(gateway, now));
        facts.put("instance_status", id(Lifecycle.status(gateway, now)).getValue());
        facts.put("spec", Lifecycle.spec(gateway, now));
        return Shapes.as(facts, type);
    }

    private long count(String projectId, long now) {
        return projects.countGateways(projectId) - repository.countGone(projectId, now);
    }

    private Gateway find(String projectId, String instanceId, long now) {
        return reads.show(projectId, instanceId)
            .filter(found -> !Lifecycle.isGone(found, now))
            .orElseThrow(() -> new ApiException(ErrorCode.APIC_7302));
    }

    private static RespInstanceBase summary(Gateway gateway, long now) {
        InstanceStatus status = InstanceStatus.fromValue(Lifecycle.status(gateway, now));
        return new RespInstanceBase()
            .id(gateway.id)
            .projectId(gateway.projectId)
            .instanceName(gateway.instanceName)
            .status(status)
            .instanceStatus(id(status.getValue()))
            .type(gateway.type)
            .spec(InstanceSpec.fromValue(Lifecycle.spec(gateway, now)))
            .createTime(gateway.createTime)
            .enterpriseProjectId(gateway.enterpriseProjectId)
            .eipAddress(gateway.eipAddress)
            .chargingMode(ChargingMode.fromValue(gateway.chargingMode))
            .cbcMetadata(gateway.cbcMetadata)
            .loadbalancerProvider(gateway.loadbalancerProvider == null ? null
                : LoadbalancerProvider.fromValue(gateway.loadbalancerProvider))
            .cbcOperationLocks(gateway.cbcOperationLocks == null ? null
                : gateway.cbcOperationLocks.stream().map(lock -> Shapes.as(lock, CbcOperationLock.class)).toList());
    }

    /** The number of a status: the vendor counts the same statuses under the same names. */
    private static InstanceStatusId id(String status) {
        return InstanceStatusId.valueOf(InstanceStatus.fromValue(status).name());
    }

    /** Those that were not deleted, or for whom the time that takes is not over. */
    private static void alive(Where wanted, long now, Set<String> counted) {
        String alive = "(transition_kind is null or transition_kind <> 'DELETE' or transition_end > ?";
        if (counted.isEmpty()) {
            wanted.and(alive + ")", now);
        } else {
            wanted.and(alive + " or id in " + Where.marks(counted) + ")", with(now, counted));
        }
    }

    /** Those that have settled in a status, and those that pass through it at the moment. */
    private void hasStatus(Where wanted, String projectId, String status, long now, Map<String, Gateway> counted) {
        List<String> passing = Stream.concat(counted.values().stream(),
                repository.findInTransition(projectId, now).stream().filter(gateway -> !counted.containsKey(gateway.id)))
            .filter(gateway -> Lifecycle.status(gateway, now).equals(status))
            .map(gateway -> gateway.id)
            .toList();
        String settled = "status = ? and (transition_kind is null or transition_end <= ?)";
        List<Object> values = new ArrayList<>(List.of(status, now));
        if (!counted.isEmpty()) {
            settled += " and id not in " + Where.marks(counted.keySet());
            values.addAll(counted.keySet());
        }
        if (!passing.isEmpty()) {
            settled = "(" + settled + ") or id in " + Where.marks(passing);
            values.addAll(passing);
        }
        wanted.and("(" + settled + ")", values.toArray());
    }

    private static Object[] with(Object first, Collection<?> others) {
        return Stream.concat(Stream.of(first), others.stream()).toArray();
    }
}
