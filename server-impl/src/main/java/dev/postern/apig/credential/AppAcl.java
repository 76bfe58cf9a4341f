package dev.postern.apig.credential;

import dev.postern.data.ListConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.util.List;

/** From where a credential may be used. */
@MappedEntity("app_acl")
public record AppAcl(
    @Id String appId,
    String appAclType,
    @TypeDef(type = DataType.STRING, converter = ListConverter.class) List<Object> appAclValues) {
}
