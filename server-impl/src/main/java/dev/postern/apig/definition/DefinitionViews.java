package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.environment.Environment;
import dev.postern.apig.environment.EnvironmentRepository;
import dev.postern.apig.group.ApiGroup;
import dev.postern.apig.group.ApiGroupRepository;
import dev.postern.apig.model.ApiGroupCommonInfo;
import dev.postern.apig.model.ApiInfo;
import dev.postern.apig.response.GatewayResponse;
import dev.postern.apig.response.GatewayResponseRepository;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is shown beside a definition: the API group and its gateway response, and where the API is published. */
@Singleton
class DefinitionViews {

    private final ApiGroupRepository groups;
    private final GatewayResponseRepository responses;
    private final EnvironmentRepository environments;
    private final PublicationRepository publications;

    DefinitionViews(ApiGroupRepository groups, GatewayResponseRepository responses, EnvironmentRepository environments,
                    PublicationRepository publications) {
        this.groups = groups;
        this.responses = responses;
        this.environments = environments;
        this.publications = publications;
    }

    /** An API as it is being edited. */
    ApiInfo of(Api api) {
        return Shapes.as(trees(api.instanceId(), List.of(api)).get(0), ApiInfo.class);
    }

    /** The same for several APIs of a gateway, as trees. */
    List<ObjectNode> trees(String instanceId, List<Api> apis) {
        if (apis.isEmpty()) {
            return List.of();
        }
        Map<String, String> environmentNames = environmentNames(instanceId);
        List<String> groupIds = apis.stream().map(Api::groupId).distinct().toList();
        Map<String, String> groupNames = groups.findByIdIn(groupIds).stream()
            .collect(Collectors.toMap(ApiGroup::id, ApiGroup::name));
        Map<String, List<GatewayResponse>> ofGroups = responses.findByGroupIdIn(groupIds).stream()
            .collect(Collectors.groupingBy(GatewayResponse::groupId));
        Map<String, List<Publication>> published = publications
            .findByApiIdInAndOnlineTrue(apis.stream().map(Api::id).toList()).stream()
            .sorted(Comparator.comparing(publication -> environmentNames.get(publication.envId())))
            .collect(Collectors.groupingBy(Publication::apiId));
        return apis.stream().map(api -> {
            ObjectNode tree = withResponse(Definition.of(api), ofGroups.getOrDefault(api.groupId(), List.of()))
                .put("group_name", groupNames.get(api.groupId()));
            List<Publication> of = published.getOrDefault(api.id(), List.of());
            if (!of.isEmpty()) {
                tree.put("run_env_id", joined(of, Publication::envId));
                tree.put("run_env_name", joined(of, publication -> environmentNames.get(publication.envId())));
                tree.put("publish_id", joined(of, Publication::publishId));
                tree.put("publish_time", joined(of, publication -> publication.publishTime().toString()));
            }
            return tree;
        }).toList();
    }

    Map<String, String> environmentNames(String instanceId) {
        return environments.findByKeyInstanceIdOrderByName(instanceId).stream()
            .collect(Collectors.toMap(environment -> environment.key().id(), Environment::name));
    }

    /** Adds the facts of the group to a definition that takes effect somewhere. */
    ObjectNode withGroup(ObjectNode definition, String groupId) {
        ApiGroup group = groups.findById(groupId).orElseThrow();
        definition.put("group_id", groupId).put("group_name", group.name()).put("sl_domain", group.slDomains().get(0).toString());
        definition.set("sl_domains", Shapes.list(group.slDomains()));
        return withResponse(definition, responses.findByGroupIdIn(List.of(groupId)));
    }

    /** The group as lists of APIs show it. */
    static ApiGroupCommonInfo group(ApiGroup group) {
        return new ApiGroupCommonInfo().id(group.id()).name(group.name()).status(1).onSellStatus(2)
            .slDomain(group.slDomains().get(0).toString()).slDomainAccessEnabled(group.slDomainAccessEnabled());
    }

    /** The response that the definition names, or the default one of the group where that has no such response. */
    private static ObjectNode withResponse(ObjectNode definition, List<GatewayResponse> ofGroup) {
        String named = Definition.text(definition, "response_id");
        definition.remove("response_id");
        ofGroup.stream().filter(response -> response.id().equals(named)).findFirst()
            .or(() -> ofGroup.stream().filter(GatewayResponse::isDefault).findFirst())
            .ifPresent(response -> definition.put("response_id", response.id()));
        return definition;
    }

    private static String joined(List<Publication> publications, Function<Publication, String> fact) {
        return publications.stream().map(fact).collect(Collectors.joining("|"));
    }
}
