package dev.postern.apig.binding;

import dev.postern.data.Filter;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;

/**
 * What lists of the policies bound to an API are filtered by; null does not filter.
 *
 * @param name a part of the policy's name, in whatever case
 * @param slot see {@link Policy#slot}
 */
public record PolicyFilter(String id, String name, String envId, String envName, String slot) {

    PredicateSpecification<BoundApi> condition() {
        return Filter.<BoundApi>equal("policyId", id)
            .and(Filter.contains("policyName", name))
            .and(Filter.equal("envId", envId))
            .and(Filter.equal("envName", envName))
            .and(Filter.equal("slot", slot));
    }
}
