package dev.postern.apig.environment;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;

/** An environment in which APIs are published. */
@MappedEntity("environment")
public record Environment(@EmbeddedId EnvironmentId key, String name, @Nullable String remark) {

    /** The id of the environment that every gateway has. */
    public static final String RELEASE_ID = "DEFAULT_ENVIRONMENT_RELEASE_ID";
    public static final String RELEASE = "RELEASE";
}
