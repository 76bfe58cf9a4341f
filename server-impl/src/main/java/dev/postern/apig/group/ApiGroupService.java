package dev.postern.apig.group;

import dev.postern.apig.definition.ApiRepository;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.GatewayEquipment;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.ApiGroupBase;
import dev.postern.apig.model.ApiGroupCreate;
import dev.postern.apig.model.ApiGroupInfo;
import dev.postern.apig.model.GroupStatus;
import dev.postern.apig.model.ListApiGroupsV2Response;
import dev.postern.apig.model.UrlDomain;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
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

/** The rules of API groups, of which a new gateway comes with one. */
@Singleton
class ApiGroupService implements GatewayEquipment {

    private static final String DEFAULT = "DEFAULT";
    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final ApiGroupRepository groups;
    private final ApiRepository apis;
    private final GroupDomains domains;
    private final List<GroupEquipment> equipment;
    private final Ids ids;
    private final Clock clock;

    ApiGroupService(GatewayAccess gateways, Quotas quotas, ApiGroupRepository groups, ApiRepository apis,
                    GroupDomains domains, List<GroupEquipment> equipment, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.groups = groups;
        this.apis = apis;
        this.domains = domains;
        this.equipment = equipment;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void equip(String instanceId) {
        make(ApiGroup.made(ids.next(), instanceId, DEFAULT, null, true, null, null, clock.instant()));
    }

    /** 403 APIG.3101 where the gateway is full, 400 APIG.3201 where the name is taken. */
    @Transactional
    ApiGroupInfo create(String projectId, String instanceId, ApiGroupCreate request) {
        Gateway gateway = gateways.write(projectId, instanceId);
        quotas.require(gateway, Quota.APIGROUP_NUM_LIMIT, groups.countByInstanceId(instanceId));
        return shown(make(ApiGroup.made(ids.next(), instanceId, request.getName(), request.getRemark(), false,
            request.getVersion() == null ? null : request.getVersion().getValue(), request.getRomaAppId(),
            clock.instant())));
    }

    /** One window of the groups of a gateway, newest first; the filters may be null. */
    @Transactional
    ListApiGroupsV2Response list(String projectId, String instanceId, long offset, int limit, String id, String name,
                                 String preciseSearch) {
        gateways.read(projectId, instanceId);
        PredicateSpecification<ApiGroup> wanted = Filter.<ApiGroup>equal("instanceId", instanceId)
            .and(Filter.equal("id", id))
            .and(Filter.named("name", name, preciseSearch));
        Page<ApiGroup> page = Page.newest(groups, ApiGroup.class, wanted, "registerTime", offset, limit);
        List<ApiGroupInfo> items = shown(page.items());
        return new ListApiGroupsV2Response().groups(items).size(items.size()).total(page.total());
    }

    @Transactional
    ApiGroupInfo show(String projectId, String instanceId, String groupId) {
        gateways.read(projectId, instanceId);
        return shown(groups.require(instanceId, groupId));
    }

    /** What is left out goes; 403 APIG.1101 where DEFAULT is to be renamed, 400 APIG.3201 where the name is taken. */
    @Transactional
    ApiGroupInfo update(String projectId, String instanceId, String groupId, ApiGroupBase request) {
        gateways.write(projectId, instanceId);
        ApiGroup group = groups.require(instanceId, groupId);
        if (group.isBuiltIn() && !group.name().equals(request.getName())) {
            throw new ApiException(ErrorCode.APIG_1101);
        }
        return shown(groups.update(group.changed(request.getName(), request.getRemark(), clock.instant())));
    }

    /** 403 APIG.1101 for DEFAULT, 412 APIG.3415 for a group that holds APIs. */
    @Transactional
    void delete(String projectId, String instanceId, String groupId) {
        gateways.write(projectId, instanceId);
        ApiGroup group = groups.require(instanceId, groupId);
        if (group.isBuiltIn()) {
            throw new ApiException(ErrorCode.APIG_1101);
        }
        if (apis.existsByGroupId(groupId)) {
            throw new ApiException(ErrorCode.APIG_3415, groupId);
        }
        groups.delete(group);
    }

    /** 400 APIG.3201 where the name is taken. */
    @Transactional
    void check(String projectId, String instanceId, String name) {
        gateways.read(projectId, instanceId);
        if (groups.existsByInstanceIdAndName(instanceId, name)) {
            throw new ApiException(ErrorCode.APIG_3201);
        }
    }

    private ApiGroup make(ApiGroup group) {
        groups.save(group);
        equipment.forEach(part -> part.equip(group));
        return group;
    }

    private ApiGroupInfo shown(ApiGroup group) {
        return shown(List.of(group)).get(0);
    }

    private List<ApiGroupInfo> shown(List<ApiGroup> rows) {
        Map<String, List<UrlDomain>> bound = domains.of(rows.stream().map(ApiGroup::id).toList());
        return rows.stream().map(row -> Shapes.as(row, ApiGroupInfo.class)
            .status(GroupStatus.VALID)
            .slDomain(row.slDomains().get(0).toString())
            .urlDomains(bound.get(row.id()))).toList();
    }
}
