package dev.postern.apig.environment;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** An environment in which APIs are published. */
@MappedEntity("environment")
public record Environment(
    @EmbeddedId EnvironmentId key,
    String name,
    @Nullable String remark,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant createTime) {

    /** The id of the environment that every gateway has. */
    public static final String RELEASE_ID = "DEFAULT_ENVIRONMENT_RELEASE_ID";
    public static final String RELEASE = "RELEASE";

    boolean isRelease() {
        return key.id().equals(RELEASE_ID);
    }
}
