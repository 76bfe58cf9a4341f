package dev.postern.http;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses what the router takes for another request than it is. */
@ServerFilter("/**")
class ExactRequests implements Ordered {

    /** Before anything is decided about an operation. */
    @Override
    public int getOrder() {
        return -1;
    }

    @RequestFilter
    void before(HttpRequest<?> request) {
        String path = request.getPath();
        boolean control = path.startsWith("/_postern");
        // Without its slash, an operation on an id that is empty would become one on what holds it.
        if (path.length() > 1 && path.endsWith("/")) {
            throw new ApiException(control ? ErrorCode.POSTERN_0404 : ErrorCode.APIG_0101);
        }
        // Methods differ by case, and a signature is of the method as it was sent.
        if (request.getMethod() != HttpMethod.CUSTOM && !request.getMethod().name().equals(request.getMethodName())) {
            throw new ApiException(control ? ErrorCode.POSTERN_0405 : ErrorCode.APIG_0101_METHOD);
        }
        // A type that cannot be read counts as none, and none as JSON.
        if (Refusals.of(request).filter(Refusals::takesBody).isPresent() && request.getHeaders().contentType().isEmpty()
                && !request.getHeaders().get("Content-Type", String.class, "").isBlank()) {
            throw new ApiException(control ? ErrorCode.POSTERN_0415 : ErrorCode.APIG_0201_TYPE);
        }
    }
}
