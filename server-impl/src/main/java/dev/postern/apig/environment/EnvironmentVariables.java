package dev.postern.apig.environment;

import java.util.Map;

/** The variables that an API group has in an environment; publishing puts their values in their places. */
public interface EnvironmentVariables {

    /** The values, by name. */
    Map<String, String> of(String instanceId, String groupId, String envId);
}
