package dev.postern.apig.response;

import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.group.ApiGroup;
import dev.postern.apig.group.ApiGroupRepository;
import dev.postern.apig.group.GroupEquipment;
import dev.postern.apig.model.ListGatewayResponsesV2Response;
import dev.postern.apig.model.ResponseInfo;
import dev.postern.apig.model.ResponseInfoResp;
import dev.postern.apig.model.ResponsesCreate;
import dev.postern.apig.model.ResponsesInfo;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The rules of gateway responses, of which a new API group comes with one. */
@Singleton
class ResponseService implements GroupEquipment {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final ApiGroupRepository groups;
    private final GatewayResponseRepository responses;
    private final Ids ids;
    private final Clock clock;

    ResponseService(GatewayAccess gateways, Quotas quotas, ApiGroupRepository groups,
                    GatewayResponseRepository responses, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.groups = groups;
        this.responses = responses;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void equip(ApiGroup group) {
        responses.save(new GatewayResponse(ids.next(), group.instanceId(), group.id(), GatewayResponse.DEFAULT, true,
            group.registerTime(), group.registerTime(), List.of()));
    }

    /** 403 APIG.3136 where the group has enough, 400 APIG.3216 where the name is taken. */
    @Transactional
    ResponsesInfo create(String projectId, String instanceId, String groupId, ResponsesCreate request) {
        List<Object> types = ErrorTypes.given(request.getResponses());
        Gateway gateway = write(projectId, instanceId, groupId);
        quotas.require(gateway, Quota.RESPONSE_NUM_LIMIT, responses.countByGroupIdAndIsDefaultFalse(groupId));
        Instant now = clock.instant();
        return ErrorTypes.shown(responses.save(new GatewayResponse(ids.next(), instanceId, groupId, request.getName(),
            false, now, now, types)));
    }

    /** One window of the responses of a group, newest first. */
    @Transactional
    ListGatewayResponsesV2Response list(String projectId, String instanceId, String groupId, long offset, int limit) {
        read(projectId, instanceId, groupId);
        Page<GatewayResponse> page = Page.newest(responses, GatewayResponse.class, Filter.equal("groupId", groupId),
            "createTime", offset, limit);
        List<ResponsesInfo> items = page.items().stream().map(row -> ErrorTypes.shown(row).responses(null)).toList();
        return new ListGatewayResponsesV2Response().responses(items).size(items.size()).total(page.total());
    }

    @Transactional
    ResponsesInfo show(String projectId, String instanceId, String groupId, String responseId) {
        read(projectId, instanceId, groupId);
        return ErrorTypes.shown(responses.require(groupId, responseId));
    }

    /** Types that are left out are as by default; 409 APIG.3492 where the default response is to be renamed. */
    @Transactional
    ResponsesInfo update(String projectId, String instanceId, String groupId, String responseId,
                         ResponsesCreate request) {
        List<Object> types = ErrorTypes.given(request.getResponses());
        write(projectId, instanceId, groupId);
        GatewayResponse response = responses.require(groupId, responseId);
        if (response.isDefault() && !response.name().equals(request.getName())) {
            throw new ApiException(ErrorCode.APIG_3492);
        }
        return ErrorTypes.shown(responses.update(response.changed(request.getName(), types, clock.instant())));
    }

    /** 409 APIG.3491 for the default response; it is that of APIs that named the one that goes. */
    @Transactional
    void delete(String projectId, String instanceId, String groupId, String responseId) {
        write(projectId, instanceId, groupId);
        GatewayResponse response = responses.require(groupId, responseId);
        if (response.isDefault()) {
            throw new ApiException(ErrorCode.APIG_3491);
        }
        responses.delete(response);
    }

    @Transactional
    Map<String, ResponseInfoResp> showType(String projectId, String instanceId, String groupId, String responseId,
                                           String type) {
        read(projectId, instanceId, groupId);
        return ErrorTypes.shown(responses.require(groupId, responseId), ErrorType.valueOf(type));
    }

    /** Null restores what the type is by default. */
    @Transactional
    Map<String, ResponseInfoResp> updateType(String projectId, String instanceId, String groupId, String responseId,
                                             String type, ResponseInfo own) {
        if (own != null) {
            ErrorType.check("", own);
        }
        write(projectId, instanceId, groupId);
        GatewayResponse response = responses.require(groupId, responseId);
        Map<ErrorType, ResponseInfo> types = ErrorTypes.of(response);
        types.put(ErrorType.valueOf(type), own);
        GatewayResponse changed = response.changed(response.name(), ErrorTypes.kept(types), clock.instant());
        return ErrorTypes.shown(responses.update(changed), ErrorType.valueOf(type));
    }

    private Gateway write(String projectId, String instanceId, String groupId) {
        Gateway gateway = gateways.write(projectId, instanceId);
        groups.require(instanceId, groupId);
        return gateway;
    }

    private void read(String projectId, String instanceId, String groupId) {
        gateways.read(projectId, instanceId);
        groups.require(instanceId, groupId);
    }
}
