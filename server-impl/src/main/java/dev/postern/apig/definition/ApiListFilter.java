package dev.postern.apig.definition;

import dev.postern.data.Filter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a list of APIs is filtered by, and what it shows besides; null does not filter.
 *
 * @param preciseSearch which of name and path have to fit exactly
 * @param vpcChannelName no channel has a name yet, so any matches nothing
 */
record ApiListFilter(@Nullable String id, @Nullable String name, @Nullable String groupId, @Nullable String reqProtocol,
                     @Nullable String reqMethod, @Nullable String reqUri, @Nullable String authType,
                     @Nullable String envId, @Nullable Integer type, @Nullable String preciseSearch,
                     @Nullable String vpcChannelName, @Nullable String returnDataMode, @Nullable String tags) {

    /** The conditions on the API alone. */
    PredicateSpecification<Api> condition() {
        PredicateSpecification<Api> condition = Filter.<Api>equal("id", id)
            .and(Filter.named("name", name, preciseSearch))
            .and(Filter.equal("groupId", groupId))
            .and(Filter.equal("reqProtocol", reqProtocol))
            .and(Filter.equal("reqMethod", reqMethod))
            .and(Filter.named("reqUri", reqUri, preciseSearch))
            .and(Filter.equal("authType", authType))
            .and(Filter.equal("type", type));
        return vpcChannelName == null || vpcChannelName.isEmpty() ? condition
            : condition.and((root, builder) -> builder.equal(builder.literal(0), builder.literal(1)));
    }

    /** What to show besides. */
    Set<String> besides() {
        return returnDataMode == null ? Set.of()
            : Arrays.stream(returnDataMode.split(",")).map(String::trim).collect(Collectors.toSet());
    }
}
