package dev.postern.apig.group;

import dev.postern.data.InstantConverter;
import dev.postern.data.ListConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;
import java.util.List;

/**
 * A group of APIs.
 *
 * @param isDefault 1 for the one that came with the gateway, 2 for any other
 */
@MappedEntity("api_group")
public record ApiGroup(
    @Id String id,
    String instanceId,
    String name,
    @Nullable String remark,
    int isDefault,
    int onSellStatus,
    @TypeDef(type = DataType.STRING, converter = ListConverter.class) List<Object> slDomains,
    boolean slDomainAccessEnabled,
    @Nullable String version,
    @Nullable String romaAppId,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant registerTime,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant updateTime) {

    private static final int BUILT_IN = 1;
    private static final int ORDINARY = 2;
    private static final int NOT_ON_SALE = 2;

    static ApiGroup made(String id, String instanceId, String name, String remark, boolean builtIn, String version,
                         String romaAppId, Instant now) {
        return new ApiGroup(id, instanceId, name, remark, builtIn ? BUILT_IN : ORDINARY, NOT_ON_SALE, subdomains(id),
            true, version, romaAppId, now, now);
    }

    /** The vendor's examples show two, under suffixes that are blackened. */
    static List<Object> subdomains(String id) {
        return List.of(id + ".apic.example.com", id + ".apic.example.net");
    }

    ApiGroup changed(String newName, String newRemark, Instant now) {
        return new ApiGroup(id, instanceId, newName, newRemark, isDefault, onSellStatus, slDomains,
            slDomainAccessEnabled, version, romaAppId, registerTime, now);
    }

    boolean isBuiltIn() {
        return isDefault == BUILT_IN;
    }
}
