package dev.postern.apig.throttle;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * A credential or a tenant that a policy has a limit of its own for.
 *
 * @param objectType {@code APP} or {@code USER}
 * @param appId the credential once more; null for a tenant
 */
@MappedEntity("special_throttle")
record SpecialThrottle(
    @Id String id,
    String instanceId,
    String throttleId,
    String objectType,
    String objectId,
    @Nullable String appId,
    int callLimits,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant applyTime) {

    static final String APP = "APP";
    static final String USER = "USER";

    SpecialThrottle(String id, String instanceId, String throttleId, String objectType, String objectId, int callLimits,
                    Instant applyTime) {
        this(id, instanceId, throttleId, objectType, objectId, APP.equals(objectType) ? objectId : null, callLimits,
            applyTime);
    }

    /** The same with another limit. */
    SpecialThrottle limitedTo(int limit) {
        return new SpecialThrottle(id, instanceId, throttleId, objectType, objectId, appId, limit, applyTime);
    }
}
