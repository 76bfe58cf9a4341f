package dev.postern.iam;

import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import dev.postern.iam.model.TokenAuth;
import dev.postern.iam.model.TokenAuthDomain;
import dev.postern.iam.model.TokenAuthIdentity;
import dev.postern.iam.model.TokenAuthMethod;
import dev.postern.iam.model.TokenAuthProject;
import dev.postern.iam.model.TokenAuthScope;
import dev.postern.iam.model.TokenAuthUser;
import dev.postern.identity.Caller;
import dev.postern.identity.Domain;
import dev.postern.identity.Passwords;
import dev.postern.identity.Project;
import dev.postern.identity.Token;
import dev.postern.identity.Tokens;
import dev.postern.identity.User;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The rules by which tokens are issued and shown. */
@Singleton
class TokenService {

    private final Directory directory;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Clock clock;

    TokenService(Directory directory, Passwords passwords, Tokens tokens, Clock clock) {
        this.directory = directory;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Issues a token.
     *
     * @param sentToken what X-Auth-Token carries, for the method token; may be null
     */
    @Transactional
    Tokens.Issued issue(TokenAuth auth, String sentToken) {
        TokenAuthIdentity identity = auth.getIdentity();
        boolean byToken = identity.getMethods().get(0) == TokenAuthMethod.TOKEN;
        Instant end = null;
        Holder holder;
        if (byToken) {
            Token token = givenToken(identity, sentToken);
            end = token.expiresAt();
            User user = holder(token);
            holder = new Holder(user, domainOf(user, directory.domain(token.domainId(), token.domainName())));
        } else {
            holder = byPassword(identity);
        }
        User user = holder.user();
        Scope scope = scope(auth.getScope(), holder);
        boolean known = directory.knownUser(user.id(), null, null).isPresent();
        return tokens.issue(new Token(null, scope.project() == null ? null : scope.project().id(), scope.domain().id(),
            known ? user.id() : null, known ? null : user.name(), scope.project() == null ? null : scope.project().name(),
            scope.domain().name(), byToken ? "token" : "password", null, end));
    }

    /** A token that a caller asks about; 404 where it is unknown or over, 403 where it is another's. */
    @Transactional
    Token show(String text, Caller caller) {
        Optional<Token> known = tokens.find(text);
        if (known.isEmpty() && directory.isOpen()) {
            return anyToken();
        }
        Token token = known.filter(found -> !found.isExpired(clock.instant()))
            .orElseThrow(() -> new ApiException(ErrorCode.IAM_0004, "token"));
        if (!directory.isOpen() && !maySee(caller, token)) {
            throw Dialect.IAM.forbidden();
        }
        return token;
    }

    /** Whose a token is. */
    User holder(Token token) {
        String domain = directory.domain(token.domainId(), token.domainName()).map(Domain::id).orElse(token.domainId());
        return directory.user(token.userId(), token.userName() == null ? Directory.ANY_NAME : token.userName(), domain)
            .orElseThrow(Dialect.IAM::forbidden);
    }

    private boolean maySee(Caller caller, Token token) {
        if (caller.user() == null || token.userId() == null) {
            return caller.token() != null && caller.token().tokenHash().equals(token.tokenHash());
        }
        return caller.user().id().equals(token.userId())
            || caller.user().isAdministrator() && caller.user().domainId().equals(holder(token).domainId());
    }

    private Token givenToken(TokenAuthIdentity identity, String sentToken) {
        String text = identity.getToken() == null || identity.getToken().getId() == null
            ? sentToken : identity.getToken().getId();
        if (text == null || text.isBlank()) {
            throw Dialect.IAM.invalidField("auth.identity.token", "there is no token");
        }
        return tokens.find(text).filter(token -> !token.isExpired(clock.instant()))
            .or(() -> directory.isOpen() ? Optional.of(anyToken()) : Optional.empty())
            .filter(token -> directory.isOpen() || token.userId() == null || holder(token).enabled())
            .orElseThrow(Dialect.IAM::unauthorized);
    }

    private Holder byPassword(TokenAuthIdentity identity) {
        if (identity.getPassword() == null) {
            throw Dialect.IAM.invalidField("auth.identity.password", "it goes with the method password");
        }
        TokenAuthUser given = identity.getPassword().getUser();
        if (given.getId() == null && (given.getName() == null || isEmpty(given.getDomain()) && !directory.isOpen())) {
            throw Dialect.IAM.invalidField("auth.identity.password.user", "a user has an id, or a name and a domain");
        }
        TokenAuthDomain in = given.getDomain() == null ? new TokenAuthDomain() : given.getDomain();
        Optional<Domain> domain = directory.domain(in.getId(), in.getName());
        Optional<User> user = given.getId() == null && domain.isEmpty() ? Optional.empty()
            : directory.user(given.getId(), given.getName(), domain.map(Domain::id).orElse(null));
        if (directory.isOpen()) {
            return new Holder(user.orElseThrow(), domainOf(user.get(), domain));
        }
        // The same work whether there is such a user or not.
        boolean right = passwords.matches(given.getPassword(), user.map(User::passwordHash).orElse(null));
        return user.filter(found -> right && found.enabled()).map(found -> new Holder(found, domainOf(found, domain)))
            .orElseThrow(() -> new ApiException(ErrorCode.IAM_0001_PASSWORD));
    }

    /** A user's domain: the one that was named, if it is that, so that its name is kept where it is made up. */
    private Domain domainOf(User user, Optional<Domain> named) {
        return named.filter(domain -> domain.id().equals(user.domainId()))
            .or(() -> directory.domain(user.domainId(), null)).orElseThrow(Dialect.IAM::forbidden);
    }

    private Scope scope(TokenAuthScope asked, Holder holder) {
        if (asked != null && asked.getProject() != null) {
            return projectScope(asked.getProject(), holder);
        }
        return new Scope(null, asked == null || isEmpty(asked.getDomain())
            ? holder.domain() : entered(asked.getDomain(), holder.user()));
    }

    private Scope projectScope(TokenAuthProject asked, Holder holder) {
        if (asked.getId() == null && asked.getName() == null) {
            throw Dialect.IAM.invalidField("auth.scope.project", "a project has an id or a name");
        }
        Domain in = isEmpty(asked.getDomain()) ? holder.domain() : entered(asked.getDomain(), holder.user());
        Project project = directory.project(asked.getId(), asked.getName(), in.id()).orElseThrow(() ->
            new ApiException(ErrorCode.IAM_0004, "project: " + (asked.getId() == null ? asked.getName() : asked.getId())));
        if (!directory.isOpen() && !(project.enabled() && holder.user().mayEnter(project))) {
            throw Dialect.IAM.forbidden();
        }
        return new Scope(project, in.id().equals(project.domainId()) ? in
            : directory.domain(project.domainId(), null).orElseThrow(Dialect.IAM::forbidden));
    }

    private Domain entered(TokenAuthDomain asked, User user) {
        Domain domain = directory.domain(asked.getId(), asked.getName()).orElseThrow(() ->
            new ApiException(ErrorCode.IAM_0004, "domain: " + (asked.getId() == null ? asked.getName() : asked.getId())));
        if (!directory.isOpen() && !domain.id().equals(user.domainId())) {
            throw Dialect.IAM.forbidden();
        }
        return domain;
    }

    private static boolean isEmpty(TokenAuthDomain domain) {
        return domain == null || domain.getId() == null && domain.getName() == null;
    }

    /** What an open server says of a token that it did not issue. */
    private Token anyToken() {
        Domain domain = directory.domain(null, Directory.ANY_NAME).orElseThrow();
        Instant now = clock.instant();
        return new Token(null, null, domain.id(), null, Directory.ANY_NAME, null, domain.name(), "password", now,
            now.plus(Tokens.LIFE));
    }

    /** Who asks for a token. */
    private record Holder(User user, Domain domain) {
    }
}
