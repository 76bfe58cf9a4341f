package dev.postern.identity;

import dev.postern.error.Dialect;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides who calls, and whether they may do so in a project. */
@Singleton
public class Authenticator {

    private static final String TOKEN = "X-Auth-Token";
    private static final String PROJECT = "X-Project-Id";

    private static final Pattern PROJECT_ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private final AuthMode mode;
    private final Tokens tokens;
    private final SignatureCheck signatures;
    private final UserRepository users;
    private final ProjectRepository projects;
    private final Clock clock;

    Authenticator(@Value("${postern.auth}") AuthMode mode, Tokens tokens, SignatureCheck signatures,
                  UserRepository users, ProjectRepository projects, Clock clock) {
        this.mode = mode;
        this.tokens = tokens;
        this.signatures = signatures;
        this.users = users;
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * Refuses with 401 who is not identified, and with 403 who may not do this in this project, in the dialect of the
     * operation.
     *
     * @param action what the operation asks for; empty where anybody known may
     * @param projectId the project of the path; null where it has none
     */
    public void authenticate(HttpRequest<?> request, Dialect dialect, String action, String projectId) {
        Caller caller = mode == AuthMode.OPEN
            ? anybody(request, dialect, projectId) : proven(request, dialect, action, projectId);
        Callers.note(request, caller);
    }

    /**
     * Takes any token and any signature for every project, unless the token is known to belong to another one or there
     * can be no project of that id.
     */
    private Caller anybody(HttpRequest<?> request, Dialect dialect, String projectId) {
        String text = request.getHeaders().get(TOKEN);
        if (text == null ? !isSigned(request) : text.isBlank()) {
            throw dialect.unauthorized();
        }
        Optional<Token> token = text == null ? Optional.empty() : tokens.find(text);
        if (projectId != null && (!PROJECT_ID.matcher(projectId).matches()
                || token.filter(known -> known.projectId() != null && !known.projectId().equals(projectId)).isPresent())) {
            throw dialect.forbidden();
        }
        return token.map(known -> new Caller(
            known.userId() == null ? null : users.findById(known.userId()).orElse(null), known))
            .orElseGet(() -> projectId == null ? new Caller(presumed(request), null) : Caller.ANYBODY);
    }

    /** Whose key a request says it was signed with: IAM then shows that user's projects, and not those of others. */
    private User presumed(HttpRequest<?> request) {
        return Signature.parse(request.getHeaders().get(HttpHeaders.AUTHORIZATION, String.class, ""))
            .flatMap(signature -> signatures.keyOf(signature)).flatMap(key -> users.findById(key.userId())).orElse(null);
    }

    private Caller proven(HttpRequest<?> request, Dialect dialect, String action, String projectId) {
        Caller caller;
        try {
            caller = request.getHeaders().contains(TOKEN) ? holder(request, dialect) : signer(request, dialect);
        } catch (SignatureCheck.Unproven e) {
            throw dialect.unauthorized(e.getMessage());
        }
        if (projectId != null && !(mayEnter(caller, projectId) && isMeant(request, projectId) && may(request, caller, action))) {
            throw dialect.forbidden();
        }
        return caller;
    }

    private Caller holder(HttpRequest<?> request, Dialect dialect) {
        Token token = tokens.find(request.getHeaders().get(TOKEN)).orElseThrow(dialect::unauthorized);
        if (token.isExpired(clock.instant())) {
            throw dialect.unauthorized("the token has expired");
        }
        return new Caller(token.userId() == null ? null : enabled(token.userId(), dialect), token);
    }

    private Caller signer(HttpRequest<?> request, Dialect dialect) {
        if (!isSigned(request)) {
            throw dialect.unauthorized();
        }
        AccessKey key = signatures.signerOf(request, request.getHeaders().get(HttpHeaders.AUTHORIZATION));
        return new Caller(enabled(key.userId(), dialect), null);
    }

    private User enabled(String userId, Dialect dialect) {
        return users.findById(userId).filter(User::enabled)
            .orElseThrow(() -> dialect.unauthorized("the user is disabled"));
    }

    /** A token opens its own project; a key opens those of its user. */
    private boolean mayEnter(Caller caller, String projectId) {
        Optional<Project> project = projects.findById(projectId);
        return project.map(Project::enabled).orElse(true) && (caller.token() != null
            ? projectId.equals(caller.token().projectId())
            : project.filter(caller.user()::mayEnter).isPresent());
    }

    /** Signers may repeat the project in a header, which must agree. */
    private static boolean isMeant(HttpRequest<?> request, String projectId) {
        return request.getHeaders().getAll(PROJECT).stream().allMatch(projectId::equals);
    }

    /** A token of the state that names no user may do everything in its project. */
    private static boolean may(HttpRequest<?> request, Caller caller, String action) {
        return caller.user() == null || caller.user().may(action, request.getMethodName());
    }

    private static boolean isSigned(HttpRequest<?> request) {
        return request.getHeaders().get(HttpHeaders.AUTHORIZATION, String.class, "").startsWith(Signature.ALGORITHM + " ");
    }
}
