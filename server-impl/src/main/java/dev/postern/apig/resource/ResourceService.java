package dev.postern.apig.resource;

import dev.postern.apig.environment.Environment;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.ListApiGroupsQuantitiesV2Response;
import dev.postern.apig.model.ListApiQuantitiesV2Response;
import dev.postern.apig.model.ListAppQuantitiesV2Response;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** How many of its resources a gateway has. */
@Singleton
class ResourceService {

    private final GatewayAccess gateways;
    private final ResourceRepository resources;

    ResourceService(GatewayAccess gateways, ResourceRepository resources) {
        this.gateways = gateways;
        this.resources = resources;
    }

    @Transactional
    ListApiGroupsQuantitiesV2Response groups(String projectId, String instanceId) {
        gateways.read(projectId, instanceId);
        return new ListApiGroupsQuantitiesV2Response().offsellNums(0).onsellNums(resources.countGroups(instanceId));
    }

    @Transactional
    ListApiQuantitiesV2Response apis(String projectId, String instanceId) {
        gateways.read(projectId, instanceId);
        int all = resources.countApis(instanceId);
        int published = resources.countPublished(instanceId, Environment.RELEASE_ID);
        return new ListApiQuantitiesV2Response().instanceNum(all).numsOnRelease(published)
            .numsOffRelease(all - published);
    }

    @Transactional
    ListAppQuantitiesV2Response apps(String projectId, String instanceId) {
        gateways.read(projectId, instanceId);
        int authorized = resources.countAuthorizedApps(instanceId);
        return new ListAppQuantitiesV2Response().authedNums(authorized)
            .unauthedNums(resources.countApps(instanceId) - authorized);
    }
}
