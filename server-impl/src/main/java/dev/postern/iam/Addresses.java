package dev.postern.iam;

import dev.postern.iam.model.LinksSelf;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;

/** The addresses that IAM's answers name: those by which the caller reached the server. */
@Singleton
class Addresses {

    private final HttpHostResolver hosts;

    Addresses(HttpHostResolver hosts) {
        this.hosts = hosts;
    }

    /** The address of a path. */
    String of(String path) {
        return hosts.resolve(request()) + path;
    }

    /** The address of what the caller asked for. */
    String here() {
        return of(request().getUri().getRawPath()
            + (request().getUri().getRawQuery() == null ? "" : "?" + request().getUri().getRawQuery()));
    }

    LinksSelf linkTo(String path) {
        return new LinksSelf().self(of(path));
    }

    private static HttpRequest<?> request() {
        return ServerRequestContext.currentRequest().orElseThrow();
    }
}
