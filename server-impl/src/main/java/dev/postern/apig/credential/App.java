package dev.postern.apig.credential;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** A credential, which the vendor calls an app. */
@MappedEntity("app")
public record App(
    @Id String id,
    String instanceId,
    String name,
    @Nullable String remark,
    String creator,
    String appKey,
    @Nullable String appSecret,
    int status,
    @Nullable String appType,
    @Nullable String romaAppType,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant registerTime,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant updateTime) {

    /** The same credential with what callers may change about it. */
    App changed(String newName, String newRemark, String newKey, String newSecret, Instant now) {
        return new App(id, instanceId, newName, newRemark, creator, newKey, newSecret, status, appType, romaAppType,
            registerTime, now);
    }
}
