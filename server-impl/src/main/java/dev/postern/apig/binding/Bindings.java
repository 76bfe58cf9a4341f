package dev.postern.apig.binding;

import dev.postern.data.Batch;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorBody;
import dev.postern.error.ErrorCode;
import io.micronaut.data.model.jpa.criteria.impl.DefaultOrder;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import io.micronaut.data.repository.jpa.criteria.QuerySpecification;
import jakarta.inject.Singleton;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is bound to APIs in environments: throttling, access control, signature keys, credentials and plug-ins alike.
 * Part of the transaction of an operation; one that changes bindings, or a policy that may be bound, has the gateway to
 * itself, see {@link dev.postern.apig.gateway.GatewayAccess#write}.
 */
@Singleton
public class Bindings {

    private final BindingRepository bindings;
    private final BoundApiRepository boundApis;
    private final PublishedApiRepository publishedApis;
    private final Ids ids;
    private final Clock clock;

    Bindings(BindingRepository bindings, BoundApiRepository boundApis, PublishedApiRepository publishedApis, Ids ids,
             Clock clock) {
        this.bindings = bindings;
        this.boundApis = boundApis;
        this.publishedApis = publishedApis;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Binds a policy in place of what is in its slot. Where it is bound already, the binding stays as it is.
     *
     * @param publishIds what to bind it to; one named twice counts once
     * @return its bindings there, in the order of the ids
     * @throws ApiException APIG.3015 where one of them is no published API of the gateway; nothing changes
     */
    public List<BoundApi> bind(String instanceId, Policy policy, Collection<String> publishIds) {
        Set<String> wanted = new LinkedHashSet<>(publishIds);
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (publishedApis.countByInstanceIdAndOnlineTrueAndPublishIdIn(instanceId, wanted) < wanted.size()) {
            throw new ApiException(ErrorCode.APIG_3015);
        }
        Set<String> missing = new LinkedHashSet<>(wanted);
        for (Binding present : bindings.findBySlotAndPublishIdIn(policy.slot(), wanted)) {
            if (present.policyId().equals(policy.id())) {
                missing.remove(present.publishId());
            } else {
                bindings.deleteById(present.id());
            }
        }
        Instant now = clock.instant();
        missing.forEach(publishId -> insert(ids.next(), instanceId, policy, publishId, now));
        Map<String, BoundApi> bound = boundApis
            .findByPolicyTypeAndPolicyIdAndPublishIdIn(policy.type(), policy.id(), wanted).stream()
            .collect(Collectors.toMap(BoundApi::publishId, Function.identity()));
        return wanted.stream().map(bound::get).toList();
    }

    void insert(String id, String instanceId, Policy policy, String publishId, Instant boundTime) {
        bindings.insert(id, instanceId, policy.type(), policy.id(), publishId, policy.slot(), boundTime);
    }

    /**
     * Moves the bindings of a policy whose kind changed into the slot of the new kind, in place of what is there.
     *
     * @param policy as it is now
     */
    public void move(Policy policy) {
        bindings.freeSlotFor(policy.type().name(), policy.id(), policy.slot());
        bindings.move(policy.type().name(), policy.id(), policy.slot());
    }

    /**
     * Removes a binding.
     *
     * @param missing the refusal where the gateway has no such binding; may take its id
     */
    public void unbind(String instanceId, PolicyType type, String bindingId, ErrorCode missing) {
        if (bindings.deleteByIdAndInstanceIdAndPolicyType(bindingId, instanceId, type) == 0) {
            throw new ApiException(missing, bindingId);
        }
    }

    /** Removes bindings, as {@link #unbind} does; those that are missing come back as failures. */
    public <F> Batch<F> unbindAll(String instanceId, PolicyType type, List<String> bindingIds, ErrorCode missing,
                                  BiFunction<String, ErrorBody, F> failed) {
        return Batch.of(bindingIds, id -> unbind(instanceId, type, id, missing), failed);
    }

    /** Removes every binding of one of the policies to one of the publications; what is not bound is passed over. */
    public void unbind(PolicyType type, Collection<String> policyIds, Collection<String> publishIds) {
        if (!policyIds.isEmpty() && !publishIds.isEmpty()) {
            bindings.deleteByPolicyTypeAndPolicyIdInAndPublishIdIn(type, policyIds, publishIds);
        }
    }

    /** Whether a policy is bound to an API in an environment. */
    public boolean isBound(PolicyType type, String policyId, String publishId) {
        return bindings.existsByPolicyTypeAndPolicyIdAndPublishId(type, policyId, publishId);
    }

    /** Refuses with the code where a policy is bound to anything; the code may take the policy's id. */
    public void requireUnbound(PolicyType type, String policyId, ErrorCode bound) {
        if (bindings.existsByPolicyTypeAndPolicyId(type, policyId)) {
            throw new ApiException(bound, policyId);
        }
    }

    /** To how many APIs in environments each of several policies is bound; 0 where it is to none. */
    public Map<String, Integer> counts(PolicyType type, Collection<String> policyIds) {
        Map<String, Integer> counts = new HashMap<>();
        policyIds.forEach(id -> counts.put(id, 0));
        if (!policyIds.isEmpty()) {
            bindings.countByPolicy(type.name(), policyIds).forEach(row -> counts.put(row.policyId(), row.number()));
        }
        return counts;
    }

    /** The same for one policy. */
    public int count(PolicyType type, String policyId) {
        return counts(type, List.of(policyId)).get(policyId);
    }

    /**
     * What is in a slot of some APIs, by publication; one whose slot is free is left out.
     *
     * @param slot see {@link Policy#slot}
     */
    public Map<String, BoundApi> inSlot(String slot, List<PublishedApi> apis) {
        return apis.isEmpty() ? Map.of()
            : boundApis.findBySlotAndPublishIdIn(slot, apis.stream().map(PublishedApi::publishId).toList()).stream()
                .collect(Collectors.toMap(BoundApi::publishId, Function.identity()));
    }

    /** The names of what is in the slot of a policy at some APIs, by publication; none where the slot is free. */
    public Map<String, String> namesInSlot(Policy policy, List<PublishedApi> apis) {
        Map<String, String> names = new HashMap<>();
        inSlot(policy.slot(), apis).forEach((publishId, bound) -> names.put(publishId, bound.policyName()));
        return names;
    }

    /**
     * The policies of some bindings, by id.
     *
     * @param rows finds the rows of one id or more
     */
    public static <P> Map<String, P> policiesOf(List<BoundApi> bound, Function<Collection<String>, List<P>> rows,
                                                Function<P, String> id) {
        return bound.isEmpty() ? Map.of() : rows.apply(bound.stream().map(BoundApi::policyId).distinct().toList())
            .stream().collect(Collectors.toMap(id, Function.identity()));
    }

    /** The APIs that a policy is bound to, the newest binding first. */
    public Page<BoundApi> apis(String instanceId, PolicyType type, String policyId, ApiFilter filter, long offset,
                               int limit) {
        return bound(instanceId, type, Filter.<BoundApi>equal("policyId", policyId).and(filter.condition()), offset, limit);
    }

    /**
     * The policies of a type that are bound to APIs, the newest binding first.
     *
     * @param apiId the API; null for all
     */
    public Page<BoundApi> policies(String instanceId, PolicyType type, String apiId, PolicyFilter filter, long offset,
                                   int limit) {
        return bound(instanceId, type, Filter.<BoundApi>equal("apiId", apiId).and(filter.condition()), offset, limit);
    }

    private Page<BoundApi> bound(String instanceId, PolicyType type, PredicateSpecification<BoundApi> wanted, long offset,
                                 int limit) {
        return Page.newest(boundApis, BoundApi.class, Filter.<BoundApi>equal("instanceId", instanceId)
            .and(Filter.equal("policyType", type)).and(wanted), "boundTime", offset, limit);
    }

    /**
     * The published APIs that a policy is not bound to, by name in whatever case.
     *
     * @param policyId the policy; null for APIs that no policy of the type is bound to
     */
    public Page<PublishedApi> unboundApis(String instanceId, PolicyType type, String policyId, ApiFilter filter,
                                          long offset, int limit) {
        PredicateSpecification<PublishedApi> published = Filter.<PublishedApi>equal("instanceId", instanceId)
            .and(Filter.equal("online", true)).and(filter.condition());
        QuerySpecification<PublishedApi> unbound = (root, query, builder) -> {
            Subquery<String> bound = query.subquery(String.class);
            Root<Binding> binding = bound.from(Binding.class);
            Predicate ofType = builder.equal(binding.get("policyType"), type);
            bound.select(binding.get("publishId")).where(policyId == null ? ofType
                : builder.and(ofType, builder.equal(binding.get("policyId"), policyId)));
            return builder.not(root.get("publishId").in(bound));
        };
        return Page.of(publishedApis, PublishedApi.class, unbound.and(published), (root, builder) ->
            List.of(inWhateverCase(root.get("apiName")), builder.asc(root.get("publishId"))), offset, limit);
    }

    /** An ascending order; the criteria have no other way to say this. */
    private static Order inWhateverCase(Path<String> property) {
        return new DefaultOrder<>(property, true, true);
    }
}
