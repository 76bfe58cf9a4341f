package dev.postern.apig.definition;

import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.group.ApiGroup;
import dev.postern.apig.group.ApiGroupRepository;
import dev.postern.apig.model.ApiInfoPerPage;
import dev.postern.apig.model.ListApisV2Response;
import dev.postern.apig.model.ListTagsV2Response;
import dev.postern.data.Filter;
import dev.postern.data.Page;
import dev.postern.data.Shapes;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.repository.jpa.criteria.QuerySpecification;
import jakarta.inject.Singleton;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import jakarta.transaction.Transactional;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists of APIs and of their tags. */
@Singleton
class DefinitionQueries {

    private final GatewayAccess gateways;
    private final ApiGroupRepository groups;
    private final ApiRepository apis;
    private final ApiTagRepository tags;
    private final DefinitionViews views;

    DefinitionQueries(GatewayAccess gateways, ApiGroupRepository groups, ApiRepository apis, ApiTagRepository tags,
                      DefinitionViews views) {
        this.gateways = gateways;
        this.groups = groups;
        this.apis = apis;
        this.tags = tags;
        this.views = views;
    }

    /** One window of the APIs of a gateway, the last changed first. */
    @Transactional
    ListApisV2Response list(String projectId, String instanceId, long offset, int limit, ApiListFilter filter) {
        gateways.read(projectId, instanceId);
        Page<Api> page = Page.of(apis, Api.class, published(filter.envId())
            .and(tagged(filter.tags()))
            .and(Filter.equal("instanceId", instanceId))
            .and(filter.condition()), (root, builder) ->
            List.of(builder.desc(root.get("updateTime")), builder.asc(root.get("id"))), offset, limit);
        Set<String> besides = filter.besides();
        Map<String, ApiGroup> shown = besides.contains("include_group")
            ? groups.findByIdIn(page.items().stream().map(Api::groupId).distinct().toList()).stream()
                .collect(Collectors.toMap(ApiGroup::id, Function.identity())) : Map.of();
        List<ApiInfoPerPage> items = views.trees(instanceId, page.items()).stream().map(tree -> {
            tree.remove("req_params");
            if (!besides.contains("include_group_backend")) {
                tree.remove("backend_api");
            }
            ApiGroup group = shown.get(Definition.text(tree, "group_id"));
            return Shapes.as(tree, ApiInfoPerPage.class)
                .apiGroupInfo(group == null ? null : DefinitionViews.group(group));
        }).toList();
        return new ListApisV2Response().apis(items).size(items.size()).total(page.total());
    }

    @Transactional
    ListTagsV2Response listTags(String projectId, String instanceId, long offset, int limit) {
        gateways.read(projectId, instanceId);
        List<String> page = tags.list(instanceId, offset, limit);
        return new ListTagsV2Response().tags(page).size(page.size()).total(tags.countTags(instanceId));
    }

    private static QuerySpecification<Api> published(@Nullable String envId) {
        return given(envId) ? (root, query, builder) -> {
            Subquery<String> there = query.subquery(String.class);
            Root<Publication> publication = there.from(Publication.class);
            there.select(publication.get("apiId")).where(builder.and(
                builder.equal(publication.get("envId"), envId), builder.equal(publication.get("online"), true)));
            return root.get("id").in(there);
        } : QuerySpecification.where(Filter.any());
    }

    private static QuerySpecification<Api> tagged(@Nullable String tags) {
        return given(tags) ? (root, query, builder) -> {
            Subquery<String> tagged = query.subquery(String.class);
            Root<ApiTag> tag = tagged.from(ApiTag.class);
            tagged.select(tag.get("apiId")).where(tag.get("tag").in(Arrays.asList(tags.split(",", -1))));
            return root.get("id").in(tagged);
        } : QuerySpecification.where(Filter.any());
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
