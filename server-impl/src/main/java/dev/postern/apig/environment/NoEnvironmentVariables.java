package dev.postern.apig.environment;

import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;

import java.util.Map;

/** There are no variables as long as no operation makes any. */
@Singleton
@Secondary
class NoEnvironmentVariables implements EnvironmentVariables {

    @Override
    public Map<String, String> of(String instanceId, String groupId, String envId) {
        return Map.of();
    }
}
