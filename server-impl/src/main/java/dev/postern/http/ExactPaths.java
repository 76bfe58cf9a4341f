package dev.postern.http;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Refuses paths that end with a slash: the router takes them for those without, so that an operation on an id that is
 * empty would become one on what holds it.
 */
@ServerFilter("/**")
class ExactPaths implements Ordered {

    /** Before anything is decided about an operation. */
    @Override
    public int getOrder() {
        return -1;
    }

    @RequestFilter
    void before(HttpRequest<?> request) {
        String path = request.getPath();
        if (path.length() > 1 && path.endsWith("/")) {
            throw new ApiException(path.startsWith("/_postern") ? ErrorCode.POSTERN_0404 : ErrorCode.APIG_0101);
        }
    }
}
