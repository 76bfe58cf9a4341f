package dev.postern.apig.domain;

import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.group.ApiGroupRepository;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;

/** How operations find the domain name that their path names; 404 for the first thing on it that does not exist. */
@Singleton
public class DomainAccess {

    private final GatewayAccess gateways;
    private final ApiGroupRepository groups;
    private final DomainRepository domains;

    DomainAccess(GatewayAccess gateways, ApiGroupRepository groups, DomainRepository domains) {
        this.gateways = gateways;
        this.groups = groups;
        this.domains = domains;
    }

    /** A domain name to look at. */
    public Domain read(String projectId, String instanceId, String groupId, String domainId) {
        gateways.read(projectId, instanceId);
        groups.require(instanceId, groupId);
        return find(instanceId, groupId, domainId, ErrorCode.APIG_3020);
    }

    /** A domain name to change; 409 where its gateway is not running. */
    public Domain write(String projectId, String instanceId, String groupId, String domainId) {
        return write(projectId, instanceId, groupId, domainId, ErrorCode.APIG_3020);
    }

    /**
     * A domain name to change.
     *
     * @param ofOtherGroup the code for one that is bound to another group
     */
    Domain write(String projectId, String instanceId, String groupId, String domainId, ErrorCode ofOtherGroup) {
        writeGroup(projectId, instanceId, groupId);
        return find(instanceId, groupId, domainId, ofOtherGroup);
    }

    /** The gateway of a group; refuses where the group does not exist, or its gateway is not running. */
    Gateway writeGroup(String projectId, String instanceId, String groupId) {
        Gateway gateway = gateways.write(projectId, instanceId);
        groups.require(instanceId, groupId);
        return gateway;
    }

    private Domain find(String instanceId, String groupId, String domainId, ErrorCode ofOtherGroup) {
        Domain domain = domains.findByIdAndInstanceId(domainId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3020));
        if (!domain.groupId().equals(groupId)) {
            throw new ApiException(ofOtherGroup);
        }
        return domain;
    }
}
