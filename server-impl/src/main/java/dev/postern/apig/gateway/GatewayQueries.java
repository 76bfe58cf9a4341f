package dev.postern.apig.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.model.CreationProgress;
import dev.postern.apig.model.CreationStatus;
import dev.postern.apig.model.InstanceSpec;
import dev.postern.apig.model.InstanceStatus;
import dev.postern.apig.model.InstanceStatusId;
import dev.postern.apig.model.ListInstancesV2Response;
import dev.postern.apig.model.RespInstanceBase;
import dev.postern.apig.model.ShowDetailsOfInstanceProgressV2Response;
import dev.postern.apig.model.ShowDetailsOfInstanceV2Response;
import dev.postern.apig.model.ShowRestrictionOfInstanceV2Response;
import dev.postern.data.Filter;
import dev.postern.data.Moments;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What is shown of gateways. */
@Singleton
class GatewayQueries {

    private final GatewayRepository repository;
    private final CountedReads reads;
    private final GatewayAccess gateways;
    private final Clock clock;

    GatewayQueries(GatewayRepository repository, CountedReads reads, GatewayAccess gateways, Clock clock) {
        this.repository = repository;
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
        PredicateSpecification<Gateway> alive = (root, builder) -> builder.not(gone(now).toPredicate(root, builder));
        PredicateSpecification<Gateway> wanted = Filter.<Gateway>equal("projectId", projectId)
            .and(Filter.equal("id", instanceId))
            .and(Filter.contains("instanceName", instanceName))
            .and(counted.isEmpty() ? alive : alive.or(Filter.in("id", counted.keySet())));
        if (status != null) {
            wanted = wanted.and(hasStatus(projectId, status, now, counted));
        }
        Page<Gateway> page = Page.newest(repository, Gateway.class, wanted, "createTime", offset, limit);
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

    private Gateway find(String projectId, String instanceId, long now) {
        return reads.show(projectId, instanceId)
            .filter(found -> !Lifecycle.isGone(found, now))
            .orElseThrow(() -> new ApiException(ErrorCode.APIC_7302));
    }

    private static RespInstanceBase summary(Gateway gateway, long now) {
        RespInstanceBase summary = Shapes.as(gateway, RespInstanceBase.class);
        InstanceStatus status = InstanceStatus.fromValue(Lifecycle.status(gateway, now));
        return summary.status(status).instanceStatus(id(status.getValue()))
            .spec(InstanceSpec.fromValue(Lifecycle.spec(gateway, now)));
    }

    /** The number of a status: the vendor counts the same statuses under the same names. */
    private static InstanceStatusId id(String status) {
        return InstanceStatusId.valueOf(InstanceStatus.fromValue(status).name());
    }

    /** Those that have settled in a status, and those that pass through it at the moment. */
    private PredicateSpecification<Gateway> hasStatus(String projectId, String status, long now,
                                                      Map<String, Gateway> counted) {
        List<String> passing = Stream.concat(counted.values().stream(),
                repository.findInTransition(projectId, now).stream().filter(gateway -> !counted.containsKey(gateway.id)))
            .filter(gateway -> Lifecycle.status(gateway, now).equals(status))
            .map(gateway -> gateway.id)
            .toList();
        PredicateSpecification<Gateway> settled = (root, builder) -> builder.and(
            builder.equal(root.get("status"), status),
            builder.or(builder.isNull(root.get("transitionKind")),
                builder.lessThanOrEqualTo(root.get("transitionEnd"), now)));
        if (!counted.isEmpty()) {
            settled = settled.and((root, builder) -> builder.not(root.get("id").in(counted.keySet())));
        }
        return passing.isEmpty() ? settled : settled.or(Filter.in("id", passing));
    }

    private static PredicateSpecification<Gateway> gone(long now) {
        return (root, builder) -> builder.and(
            builder.isNotNull(root.get("transitionKind")),
            builder.equal(root.get("transitionKind"), Lifecycle.DELETE),
            builder.lessThanOrEqualTo(root.get("transitionEnd"), now));
    }
}
