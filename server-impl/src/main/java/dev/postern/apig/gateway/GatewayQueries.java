package dev.postern.apig.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.model.InstanceSpec;
import dev.postern.apig.model.InstanceStatus;
import dev.postern.apig.model.InstanceStatusId;
import dev.postern.apig.model.ListInstancesV2Response;
import dev.postern.apig.model.RespInstanceBase;
import dev.postern.apig.model.ShowDetailsOfInstanceV2Response;
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
import java.util.stream.Stream;

/** What is shown of gateways. */
@Singleton
class GatewayQueries {

    private final GatewayRepository repository;
    private final CountedReads reads;
    private final Clock clock;

    GatewayQueries(GatewayRepository repository, CountedReads reads, Clock clock) {
        this.repository = repository;
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
        Gateway gateway = reads.show(projectId, instanceId)
            .filter(found -> !Lifecycle.isGone(found, now))
            .orElseThrow(() -> new ApiException(ErrorCode.APIC_7302));
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
        return Shapes.as(facts, ShowDetailsOfInstanceV2Response.class);
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
