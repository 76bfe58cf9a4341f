package dev.postern.client;

import java.net.http.HttpRequest;
import java.time.Instant;

/** Who calls: the holder of a token or of an access key. Their secrets are never printed. */
public abstract class Credentials {

    /** For asking who one is. */
    static final Credentials NONE = new Credentials() {
        @Override
        void prove(HttpRequest.Builder request, HttpRequest unproven, byte[] body) {
        }

        @Override
        public String toString() {
            return "no credentials";
        }
    };

    private Credentials() {
    }

    /** A token, sent as X-Auth-Token; {@link Clients#login} gets one. */
    public static Credentials token(String token) {
        String value = header(token, "a token");
        return new Credentials() {
            @Override
            void prove(HttpRequest.Builder request, HttpRequest unproven, byte[] body) {
                request.setHeader("X-Auth-Token", value);
            }

            @Override
            public String toString() {
                return "a token";
            }
        };
    }

    /** As {@link #accessKey(String, String, String)}, for the project that the path of each request names. */
    public static Credentials accessKey(String accessKey, String secretKey) {
        return signing(new Signer(header(accessKey, "an access key"), Clients.present(secretKey, "a secret key"), null));
    }

    /** An access key, with whose secret key each request is signed; the project is sent as X-Project-Id. */
    public static Credentials accessKey(String accessKey, String secretKey, String projectId) {
        return signing(new Signer(header(accessKey, "an access key"), Clients.present(secretKey, "a secret key"),
            header(projectId, "the id of a project")));
    }

    private static Credentials signing(Signer signer) {
        return new Credentials() {
            @Override
            void prove(HttpRequest.Builder request, HttpRequest unproven, byte[] body) {
                signer.sign(unproven, body, Instant.now()).forEach(request::setHeader);
            }

            @Override
            public String toString() {
                return signer.toString();
            }
        };
    }

    /** What cannot be sent would be named, and so printed, when it is. */
    private static String header(String value, String what) {
        if (!Clients.present(value, what).matches("[!-~]+")) {
            throw new IllegalArgumentException("Only visible ASCII characters can be in " + what);
        }
        return value;
    }

    /**
     * Adds to a request what proves who sends it.
     *
     * @param request what to add to
     * @param unproven the same request without it
     * @param body the body that is sent
     */
    abstract void prove(HttpRequest.Builder request, HttpRequest unproven, byte[] body);
}
