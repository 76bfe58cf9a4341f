package dev.postern.apig.variable;

import dev.postern.apig.definition.PublicationService;
import dev.postern.apig.environment.EnvironmentRepository;
import dev.postern.apig.gateway.Gateway;
import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.gateway.Quota;
import dev.postern.apig.gateway.Quotas;
import dev.postern.apig.group.ApiGroupRepository;
import dev.postern.apig.model.EnvVariableBase;
import dev.postern.apig.model.EnvVariableCreate;
import dev.postern.apig.model.EnvVariableInfo;
import dev.postern.apig.model.ListEnvironmentVariablesV2Response;
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

/** The rules of variables. */
@Singleton
class VariableService {

    private final GatewayAccess gateways;
    private final Quotas quotas;
    private final ApiGroupRepository groups;
    private final EnvironmentRepository environments;
    private final VariableRepository variables;
    private final PublicationService publications;
    private final Ids ids;
    private final Clock clock;

    VariableService(GatewayAccess gateways, Quotas quotas, ApiGroupRepository groups, EnvironmentRepository environments,
                    VariableRepository variables, PublicationService publications, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.quotas = quotas;
        this.groups = groups;
        this.environments = environments;
        this.variables = variables;
        this.publications = publications;
        this.ids = ids;
        this.clock = clock;
    }

    /** 404 for an unknown group or environment, 403 APIG.3106 where there are enough, 400 APIG.3303 for a name in use. */
    @Transactional
    EnvVariableInfo create(String projectId, String instanceId, EnvVariableCreate request) {
        Gateway gateway = gateways.write(projectId, instanceId);
        String groupId = request.getGroupId();
        String envId = request.getEnvId();
        groups.require(instanceId, groupId);
        environments.require(instanceId, envId);
        quotas.require(gateway, Quota.VARIABLE_NUM_LIMIT, variables.countByGroupIdAndEnvId(groupId, envId));
        return shown(variables.save(new Variable(ids.next(), instanceId, groupId, envId, request.getVariableName(),
            request.getVariableValue(), clock.instant())));
    }

    /** One window of the variables of a group, newest first; the other filters may be null. */
    @Transactional
    ListEnvironmentVariablesV2Response list(String projectId, String instanceId, long offset, int limit,
                                            String groupId, String envId, String variableName, String preciseSearch) {
        gateways.read(projectId, instanceId);
        PredicateSpecification<Variable> wanted = Filter.<Variable>equal("instanceId", instanceId)
            .and(Filter.equal("groupId", groupId))
            .and(Filter.equal("envId", envId))
            .and(Filter.named("variableName", variableName, preciseSearch, "name"));
        Page<Variable> page = Page.newest(variables, Variable.class, wanted, "createTime", offset, limit);
        List<EnvVariableInfo> items = Shapes.all(page.items(), EnvVariableInfo.class);
        return new ListEnvironmentVariablesV2Response().variables(items).size(items.size()).total(page.total());
    }

    @Transactional
    EnvVariableInfo show(String projectId, String instanceId, String variableId) {
        gateways.read(projectId, instanceId);
        return shown(find(instanceId, variableId));
    }

    /** Takes effect at once: what uses the variable is published again. */
    @Transactional
    EnvVariableInfo update(String projectId, String instanceId, String variableId, EnvVariableBase request) {
        Gateway gateway = gateways.write(projectId, instanceId);
        Variable variable = find(instanceId, variableId);
        if (!variable.variableValue().equals(request.getVariableValue())) {
            publications.republish(gateway, variable.groupId(), variable.envId(), variable.variableName(),
                request.getVariableValue());
        }
        return shown(variables.update(new Variable(variable.id(), instanceId, variable.groupId(), variable.envId(),
            variable.variableName(), request.getVariableValue(), variable.createTime())));
    }

    /** What was published with its value keeps that. */
    @Transactional
    void delete(String projectId, String instanceId, String variableId) {
        gateways.write(projectId, instanceId);
        variables.delete(find(instanceId, variableId));
    }

    private Variable find(String instanceId, String variableId) {
        return variables.findByIdAndInstanceId(variableId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3011, variableId));
    }

    private static EnvVariableInfo shown(Variable variable) {
        return Shapes.as(variable, EnvVariableInfo.class);
    }
}
