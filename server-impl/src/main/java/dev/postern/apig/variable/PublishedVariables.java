package dev.postern.apig.variable;

import dev.postern.apig.environment.EnvironmentVariables;
import jakarta.inject.Singleton;

import java.util.Map;
import java.util.stream.Collectors;

/** The variables as publishing puts them in their places. */
@Singleton
class PublishedVariables implements EnvironmentVariables {

    private final VariableRepository variables;

    PublishedVariables(VariableRepository variables) {
        this.variables = variables;
    }

    @Override
    public Map<String, String> of(String instanceId, String groupId, String envId) {
        return variables.findByInstanceIdAndGroupIdAndEnvId(instanceId, groupId, envId).stream()
            .collect(Collectors.toMap(Variable::variableName, Variable::variableValue));
    }
}
