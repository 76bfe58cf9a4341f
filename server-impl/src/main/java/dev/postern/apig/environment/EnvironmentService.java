package dev.postern.apig.environment;

import dev.postern.apig.definition.PublicationRepository;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.GatewayEquipment;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.model.EnvCreate;
import dev.postern.apig.model.EnvInfo;
import dev.postern.apig.model.ListEnvironmentsV2Response;
import dev.postern.data.Filter;
import dev.postern.data.Ids;
import dev.postern.data.Page;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.model.jpa.criteria.PersistentEntityRoot;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** The rules of environments, of which a new gateway comes with one. */
@Singleton
class EnvironmentService implements GatewayEquipment {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final EnvironmentRepository environments;
    private final PublicationRepository publications;
    private final Ids ids;
    private final Clock clock;

    EnvironmentService(GatewayAccess gateways, Quotas quotas, EnvironmentRepository environments,
                       PublicationRepository publications, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.environments = environments;
        this.publications = publications;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void equip(String instanceId) {
        environments.save(new Environment(new EnvironmentId(instanceId, Environment.RELEASE_ID), Environment.RELEASE,
            null, clock.instant()));
    }

    /** 403 APIG.3104 where the gateway is full, 400 APIG.3205 where the name is taken. */
    @Transactional
    EnvInfo create(String projectId, String instanceId, EnvCreate request) {
        Gateway gateway = gateways.write(projectId, instanceId);
        quotas.require(gateway, Quota.ENVIRONMENT_NUM_LIMIT, environments.countByKeyInstanceId(instanceId));
        return shown(environments.save(new Environment(new EnvironmentId(instanceId, ids.next()), request.getName(),
            request.getRemark(), clock.instant())));
    }

    /** One window of the environments of a gateway, oldest first; the filter may be null. */
    @Transactional
    ListEnvironmentsV2Response list(String projectId, String instanceId, long offset, int limit, String name) {
        gateways.read(projectId, instanceId);
        PredicateSpecification<Environment> inGateway = (root, builder) ->
            builder.equal(((PersistentEntityRoot<Environment>) root).get("key").get("instanceId"), instanceId);
        Page<Environment> page = Page.of(environments, Environment.class, inGateway.and(Filter.contains("name", name)),
            (root, builder) -> List.of(builder.asc(root.get("createTime")), builder.asc(root.get("key").get("id"))),
            offset, limit);
        List<EnvInfo> envs = page.items().stream().map(EnvironmentService::shown).toList();
        return new ListEnvironmentsV2Response().envs(envs).size(envs.size()).total(page.total());
    }

    /** What is left out goes; 403 APIG.1103 where RELEASE is to be renamed, 400 APIG.3205 where the name is taken. */
    @Transactional
    EnvInfo update(String projectId, String instanceId, String envId, EnvCreate request) {
        gateways.write(projectId, instanceId);
        Environment environment = environments.require(instanceId, envId);
        if (environment.isRelease() && !environment.name().equals(request.getName())) {
            throw new ApiException(ErrorCode.APIG_1103);
        }
        return shown(environments.update(new Environment(environment.key(), request.getName(), request.getRemark(),
            environment.createTime())));
    }

    /** 403 APIG.1103 for RELEASE, 403 APIG.3418 for an environment in which an API is published. */
    @Transactional
    void delete(String projectId, String instanceId, String envId) {
        gateways.write(projectId, instanceId);
        Environment environment = environments.require(instanceId, envId);
        if (environment.isRelease()) {
            throw new ApiException(ErrorCode.APIG_1103);
        }
        if (publications.existsByInstanceIdAndEnvIdAndOnlineTrue(instanceId, envId)) {
            throw new ApiException(ErrorCode.APIG_3418);
        }
        environments.delete(environment);
    }

    private static EnvInfo shown(Environment environment) {
        return new EnvInfo().id(environment.key().id()).name(environment.name()).remark(environment.remark())
            .createTime(environment.createTime().atOffset(ZoneOffset.UTC));
    }
}
