package dev.postern.iam;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Puts a token into the header of an answer; the generated interfaces have but its body. */
@ServerFilter("/v3/auth/tokens")
class SubjectTokenFilter {

    private static final String HEADER = "X-Subject-Token";
    private static final String ATTRIBUTE = "postern.subject-token";

    /** Lets the answer to a request have a token. */
    static void answer(HttpRequest<?> request, String token) {
        request.setAttribute(ATTRIBUTE, token);
    }

    @ResponseFilter
    void after(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, String.class)
            .filter(token -> response.getStatus().getCode() < 300)
            .ifPresent(token -> response.header(HEADER, token));
    }
}
