package dev.postern.apig.credential;

import dev.postern.data.InstantConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/** An AppCode of a credential. */
@MappedEntity("app_code")
public record AppCode(
    @Id String id,
    String appId,
    String appCode,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant createTime) {
}
