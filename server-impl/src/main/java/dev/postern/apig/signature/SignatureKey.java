package dev.postern.apig.signature;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * A signature key.
 *
 * @param signAlgorithm the cipher, where the type is {@code aes}
 */
@MappedEntity("sign_key")
record SignatureKey(
    @Id String id,
    String instanceId,
    String name,
    String signType,
    String signKey,
    String signSecret,
    @Nullable String signAlgorithm,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant createTime,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant updateTime) {
}
