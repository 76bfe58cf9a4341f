package dev.postern.health;

import io.micronaut.http.HttpRequest;

import java.util.Set;

/** Who asks whether the server is there: the answers tell nothing of the state. */
public final class Probes {

    private static final Set<String> PATHS = Set.of("/_postern/health", "/_postern/readiness");

    private Probes() {
    }

    /** Whether a request is one of them. */
    public static boolean has(HttpRequest<?> request) {
        return PATHS.contains(request.getPath());
    }
}
