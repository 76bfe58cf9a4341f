package dev.postern.identity;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import dev.postern.health.Probes;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Keeps the control API of a strict server to who has the admin token; without one it is off. */
@ServerFilter("/_postern/**")
class AdminGuard implements Ordered {

    private static final String TOKEN = "X-Postern-Admin-Token";

    private final AuthMode mode;
    private final String adminToken;

    AdminGuard(@Value("${postern.auth}") AuthMode mode, @Value("${postern.admin-token:}") String adminToken) {
        this.mode = mode;
        this.adminToken = adminToken;
    }

    /** Before anything else is found wrong. */
    @Override
    public int getOrder() {
        return 0;
    }

    @RequestFilter
    void before(HttpRequest<?> request) {
        if (mode == AuthMode.OPEN || Probes.has(request)) {
            return;
        }
        if (adminToken.isBlank()) {
            throw new ApiException(ErrorCode.POSTERN_0403);
        }
        byte[] given = request.getHeaders().get(TOKEN, String.class, "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, adminToken.getBytes(StandardCharsets.UTF_8))) {
            throw new ApiException(ErrorCode.POSTERN_0401);
        }
    }
}
