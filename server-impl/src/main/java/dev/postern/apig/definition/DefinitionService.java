package dev.postern.apig.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.group.ApiGroupRepository;
import dev.postern.apig.model.ApiCheckInfoV2;
import dev.postern.apig.model.ApiCheckType;
import dev.postern.apig.model.ApiCreate;
import dev.postern.apig.model.ApiInfo;
import dev.postern.apig.response.GatewayResponseRepository;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.LinkedHashSet;

import static dev.postern.apig.definition.DefinitionRules.field;

/** The definitions of APIs as they are being edited. */
@Singleton
class DefinitionService {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final ApiGroupRepository groups;
    private final GatewayResponseRepository responses;
    private final ApiRepository apis;
    private final ApiTagRepository tags;
    private final PublicationRepository publications;
    private final DefinitionViews views;
    private final Drafts drafts;
    private final Ids ids;
    private final Clock clock;

    DefinitionService(GatewayAccess gateways, Quotas quotas, ApiGroupRepository groups,
                      GatewayResponseRepository responses, ApiRepository apis, ApiTagRepository tags,
                      PublicationRepository publications, DefinitionViews views, Drafts drafts, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.groups = groups;
        this.responses = responses;
        this.apis = apis;
        this.tags = tags;
        this.publications = publications;
        this.views = views;
        this.drafts = drafts;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    ApiInfo create(String projectId, String instanceId, ApiCreate wanted) {
        DefinitionRules.check(wanted);
        Gateway gateway = gateways.write(projectId, instanceId);
        groups.require(instanceId, wanted.getGroupId());
        requireReferred(wanted);
        requireFree(instanceId, wanted, null);
        requireRoom(gateway, wanted);
        quotas.require(gateway, Quota.API_NUM_LIMIT, apis.countByInstanceId(instanceId));
        quotas.require(gateway, Quota.API_NUM_LIMIT_PER_GROUP, apis.countByGroupId(wanted.getGroupId()));
        Api api = apis.save(Definition.row(instanceId, drafts.of(wanted, ids.next(), null, clock.instant())));
        keepTags(api);
        return views.of(api);
    }

    @Transactional
    ApiInfo show(String projectId, String instanceId, String apiId) {
        gateways.read(projectId, instanceId);
        return views.of(apis.require(instanceId, apiId));
    }

    /** Replaces a definition; what is left out goes back to its default. */
    @Transactional
    ApiInfo update(String projectId, String instanceId, String apiId, ApiCreate wanted) {
        DefinitionRules.check(wanted);
        Gateway gateway = gateways.write(projectId, instanceId);
        Api present = apis.require(instanceId, apiId);
        groups.require(instanceId, wanted.getGroupId());
        requireReferred(wanted);
        requireFree(instanceId, wanted, apiId);
        requireRoom(gateway, wanted);
        if (!wanted.getGroupId().equals(present.groupId())) {
            quotas.require(gateway, Quota.API_NUM_LIMIT_PER_GROUP, apis.countByGroupId(wanted.getGroupId()));
        }
        ObjectNode definition = drafts.of(wanted, apiId, Definition.of(present), clock.instant());
        Api api = apis.update(Definition.row(instanceId, definition));
        tags.deleteByApiId(apiId);
        keepTags(api);
        return views.of(api);
    }

    /** Deletes an API with its versions and bindings; 409 APIG.3416 while it is published anywhere. */
    @Transactional
    void delete(String projectId, String instanceId, String apiId) {
        gateways.write(projectId, instanceId);
        Api api = apis.require(instanceId, apiId);
        if (publications.existsByApiIdAndOnlineTrue(apiId)) {
            throw new ApiException(ErrorCode.APIG_3416);
        }
        apis.delete(api);
    }

    /** Refuses what an API of the group, or of all groups where none is named, has already. */
    @Transactional
    void check(String projectId, String instanceId, ApiCheckInfoV2 wanted) {
        boolean byName = wanted.getType() == ApiCheckType.NAME;
        if (byName) {
            field(wanted.getName() != null, "name", "it is to be checked");
        } else {
            field(wanted.getReqMethod() != null, "req_method", "it is to be checked");
            field(wanted.getReqUri() != null, "req_uri", "it is to be checked");
            field(wanted.getMatchMode() != null, "match_mode", "it is to be checked");
        }
        gateways.read(projectId, instanceId);
        if (wanted.getGroupId() != null) {
            groups.require(instanceId, wanted.getGroupId());
        }
        PredicateSpecification<Api> others = others(instanceId, wanted.getGroupId(), wanted.getApiId());
        if (byName) {
            requireFreeName(others, wanted.getName());
        } else {
            requireFreeRoute(others, wanted.getReqMethod().getValue(), wanted.getReqUri(), wanted.getMatchMode().getValue());
        }
    }

    private void requireReferred(ApiCreate wanted) {
        new BackendRules(wanted).checkReferences();
        if (wanted.getResponseId() != null) {
            responses.require(wanted.getGroupId(), wanted.getResponseId());
        }
    }

    private void requireFree(String instanceId, ApiCreate wanted, @Nullable String apiId) {
        PredicateSpecification<Api> others = others(instanceId, wanted.getGroupId(), apiId);
        requireFreeName(others, wanted.getName());
        requireFreeRoute(others, wanted.getReqMethod().getValue(), wanted.getReqUri(), wanted.getMatchMode().getValue());
    }

    private void requireFreeName(PredicateSpecification<Api> others, String name) {
        if (apis.exists(others.and(Filter.equal("name", name)))) {
            throw new ApiException(ErrorCode.APIG_3202, name);
        }
    }

    private void requireFreeRoute(PredicateSpecification<Api> others, String method, String path, String mode) {
        if (apis.exists(others.and(Filter.equal("reqMethod", method)).and(Filter.equal("matchMode", mode))
                .and(Filter.equal("route", Definition.route(path))))) {
            throw new ApiException(ErrorCode.APIG_3301);
        }
    }

    private static PredicateSpecification<Api> others(String instanceId, @Nullable String groupId, @Nullable String apiId) {
        PredicateSpecification<Api> ofGroup = Filter.<Api>equal("instanceId", instanceId).and(Filter.equal("groupId", groupId));
        return apiId == null ? ofGroup : ofGroup.and((root, builder) -> builder.notEqual(root.get("id"), apiId));
    }

    /** Refuses more parameters, policies, conditions or tags than there may be. */
    private void requireRoom(Gateway gateway, ApiCreate wanted) {
        new BackendRules(wanted).numbers().forEach((quota, number) -> quotas.require(gateway, quota, number - 1));
    }

    private void keepTags(Api api) {
        tagsOf(api).forEach(tag -> tags.save(new ApiTag(null, api.instanceId(), api.id(), tag)));
    }

    /** The tags of a definition, each once. */
    static LinkedHashSet<String> tagsOf(Api api) {
        LinkedHashSet<String> tags = new LinkedHashSet<>();
        Definition.of(api).path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }
}
