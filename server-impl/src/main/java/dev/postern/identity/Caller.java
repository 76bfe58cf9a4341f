package dev.postern.identity;

/**
 * Who sent a request, as far as that is known.
 *
 * @param user null where nobody is known: on an open server, and with a token of the state that names no user
 * @param token null where the request was signed, or the token is not known
 */
public record Caller(User user, Token token) {

    /** Somebody whom an open server does not know. */
    static final Caller ANYBODY = new Caller(null, null);
}
