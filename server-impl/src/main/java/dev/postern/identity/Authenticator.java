package dev.postern.identity;

import dev.postern.error.Dialect;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Decides who calls, and whether they may act in a project. */
@Singleton
public class Authenticator {

    private static final String TOKEN = "X-Auth-Token";
    /** How the vendor's SDKs sign requests; signatures are not verified yet. */
    private static final String SIGNATURE = "SDK-HMAC-SHA256 ";

    private final TokenRepository tokens;

    Authenticator(TokenRepository tokens) {
        this.tokens = tokens;
    }

    /**
     * Refuses with 401 without a token or a signature, and with 403 when the token is known to belong to another
     * project; any other token, and any signature, is taken for every project.
     */
    public void authenticate(HttpRequest<?> request, Dialect dialect, String projectId) {
        String token = request.getHeaders().get(TOKEN);
        if (token == null) {
            if (!request.getHeaders().get(HttpHeaders.AUTHORIZATION, String.class, "").startsWith(SIGNATURE)) {
                throw dialect.unauthorized();
            }
            return;
        }
        if (token.isBlank()) {
            throw dialect.unauthorized();
        }
        tokens.findById(token)
            .filter(known -> !known.projectId().equals(projectId))
            .ifPresent(foreign -> {
                throw dialect.forbidden();
            });
    }
}
