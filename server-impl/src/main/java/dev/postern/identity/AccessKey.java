package dev.postern.identity;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * A key that requests are signed with.
 *
 * @param secret kept as it is, because a signature can only be verified by making it again
 * @param status {@code active} or {@code inactive}
 */
@MappedEntity("iam_access_key")
public record AccessKey(
    @Id String access,
    String userId,
    String secret,
    String status,
    @Nullable String description,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant createTime) {

    boolean isActive() {
        return status.equals("active");
    }

    /** Without the secret, so that no log can have it. */
    @Override
    public String toString() {
        return "AccessKey[" + access + "]";
    }
}
