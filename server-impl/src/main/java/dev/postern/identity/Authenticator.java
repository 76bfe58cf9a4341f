package dev.postern.identity;

import dev.postern.error.Dialect;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Decides who calls, and whether they may act in a project. */
@Singleton
public class Authenticator {

    private static final String TOKEN = "X-Auth-Token";

    private final TokenRepository tokens;

    Authenticator(TokenRepository tokens) {
        this.tokens = tokens;
    }

    /**
     * Refuses with 401 without a token, and with 403 when the token is known to belong to another project; any other
     * token is taken for every project.
     */
    public void authenticate(HttpRequest<?> request, Dialect dialect, String projectId) {
        String token = request.getHeaders().get(TOKEN);
        if (token == null || token.isBlank()) {
            throw dialect.unauthorized();
        }
        tokens.findById(token)
            .filter(known -> !known.projectId().equals(projectId))
            .ifPresent(foreign -> {
                throw dialect.forbidden();
            });
    }
}
