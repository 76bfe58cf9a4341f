package dev.postern.apig.binding;

import dev.postern.data.Filter;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;

/**
 * What lists of published APIs are filtered by; null does not filter.
 *
 * @param apiName a part of the name, in whatever case
 * @param groupName a part of the name, in whatever case
 */
public record ApiFilter(String envId, String groupId, String apiId, String apiName, String reqMethod, String reqUri,
                        String groupName) {

    /** What every such list is filtered by. */
    public ApiFilter(String envId, String groupId, String apiId, String apiName) {
        this(envId, groupId, apiId, apiName, null, null, null);
    }

    /** The condition, on {@link PublishedApi} and {@link BoundApi} alike. */
    <T> PredicateSpecification<T> condition() {
        return Filter.<T>equal("envId", envId)
            .and(Filter.equal("groupId", groupId))
            .and(Filter.equal("apiId", apiId))
            .and(Filter.contains("apiName", apiName))
            .and(Filter.equal("reqMethod", reqMethod))
            .and(Filter.equal("reqUri", reqUri))
            .and(Filter.contains("groupName", groupName));
    }
}
