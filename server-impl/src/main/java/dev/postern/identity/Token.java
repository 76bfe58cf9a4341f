package dev.postern.identity;

import dev.postern.data.InstantConverter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;

/**
 * A token that the server knows, for one project or, without one, for a domain.
 *
 * @param tokenHash its SHA-256: tokens are random, so nothing slower is needed
 * @param userId whose it is; null where nobody is known, which only an open server issues
 * @param userName what the holder is called where nobody is known
 * @param method how it was got: {@code password} or {@code token}
 * @param expiresAt null where it never expires
 */
@MappedEntity("access_token")
public record Token(
    @Id String tokenHash,
    @Nullable String projectId,
    @Nullable String domainId,
    @Nullable String userId,
    @Nullable String userName,
    @Nullable String projectName,
    @Nullable String domainName,
    String method,
    @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant issuedAt,
    @Nullable @TypeDef(type = DataType.LONG, converter = InstantConverter.class) Instant expiresAt) {

    /** Whether the token is of no use any more. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
