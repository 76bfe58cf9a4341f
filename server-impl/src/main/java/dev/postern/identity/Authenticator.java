package dev.postern.identity;

import dev.postern.error.Dialect;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

import java.util.regex.Pattern;

/** Decides who calls, and whether they may act in a project. */
@Singleton
public class Authenticator {

    private static final String TOKEN = "X-Auth-Token";
    /** How the vendor's SDKs sign requests; signatures are not verified yet. */
    private static final String SIGNATURE = "SDK-HMAC-SHA256 ";

    private static final Pattern PROJECT_ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private final TokenRepository tokens;

    Authenticator(TokenRepository tokens) {
        this.tokens = tokens;
    }

    /**
     * Refuses with 401 without a token or a signature, and with 403 when the token is known to belong to another
     * project, or there can be no project of that id; any other token, and any signature, is taken for every project.
     */
    public void authenticate(HttpRequest<?> request, Dialect dialect, String projectId) {
        String token = request.getHeaders().get(TOKEN);
        boolean identified = token == null
            ? request.getHeaders().get(HttpHeaders.AUTHORIZATION, String.class, "").startsWith(SIGNATURE)
            : !token.isBlank();
        if (!identified) {
            throw dialect.unauthorized();
        }
        if (!PROJECT_ID.matcher(projectId).matches() || token != null && belongsElsewhere(token, projectId)) {
            throw dialect.forbidden();
        }
    }

    private boolean belongsElsewhere(String token, String projectId) {
        return tokens.findById(token).filter(known -> !known.projectId().equals(projectId)).isPresent();
    }
}
