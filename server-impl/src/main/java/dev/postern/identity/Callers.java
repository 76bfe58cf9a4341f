package dev.postern.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;

import java.util.Optional;

/** Tells the services who sent the request that they serve. */
@Singleton
public class Callers {

    private static final String ATTRIBUTE = "postern.caller";

    private final AuthMode mode;

    Callers(@io.micronaut.context.annotation.Value("${postern.auth}") AuthMode mode) {
        this.mode = mode;
    }

    /** The caller of the present request. */
    public Caller current() {
        return ServerRequestContext.currentRequest()
            .flatMap(request -> request.getAttribute(ATTRIBUTE, Caller.class)).orElse(Caller.ANYBODY);
    }

    /** The id of the proven user; empty on an open server, where nobody is. */
    public Optional<String> provenUserId() {
        return mode == AuthMode.STRICT ? Optional.ofNullable(current().user()).map(User::id) : Optional.empty();
    }

    static void note(HttpRequest<?> request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }
}
