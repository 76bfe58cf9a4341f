package dev.postern.client;

import dev.postern.client.iam.ApiResponse;
import dev.postern.client.iam.api.TokenApi;
import dev.postern.client.iam.model.KeystoneCreateUserTokenByPasswordRequestBody;
import dev.postern.client.iam.model.TokenAuth;
import dev.postern.client.iam.model.TokenAuthDomain;
import dev.postern.client.iam.model.TokenAuthIdentity;
import dev.postern.client.iam.model.TokenAuthMethod;
import dev.postern.client.iam.model.TokenAuthPassword;
import dev.postern.client.iam.model.TokenAuthProject;
import dev.postern.client.iam.model.TokenAuthScope;
import dev.postern.client.iam.model.TokenAuthUser;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Objects;

/**
 * Makes what the generated APIs are constructed with, one method for each description.
 *
 * <p>What a method returns can be adjusted (proxy, TLS, interceptors) before an API is constructed with it; later
 * changes do not reach that API.
 */
public final class Clients {

    private Clients() {
    }

    /** As {@link #apig(String, Credentials, Settings)}, with {@link Settings#DEFAULTS}. */
    public static dev.postern.client.apig.ApiClient apig(String endpoint, Credentials credentials) {
        return apig(endpoint, credentials, Settings.DEFAULTS);
    }

    /**
     * For the APIs of {@code dev.postern.client.apig.api}.
     *
     * @param endpoint where the server is, e.g. {@code http://localhost:8080}
     * @param credentials who calls
     * @param settings how often and how long to try
     * @throws IllegalArgumentException if the endpoint is none
     */
    public static dev.postern.client.apig.ApiClient apig(String endpoint, Credentials credentials, Settings settings) {
        require(credentials, settings);
        var client = new dev.postern.client.apig.ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return new Sender(super.getHttpClient(), credentials, settings);
            }
        };
        client.updateBaseUri(baseUri(endpoint));
        return client.setConnectTimeout(settings.connectTimeout()).setReadTimeout(settings.timeout());
    }

    /** As {@link #secmaster(String, Credentials, Settings)}, with {@link Settings#DEFAULTS}. */
    public static dev.postern.client.secmaster.ApiClient secmaster(String endpoint, Credentials credentials) {
        return secmaster(endpoint, credentials, Settings.DEFAULTS);
    }

    /**
     * For the APIs of {@code dev.postern.client.secmaster.api}.
     *
     * @param endpoint where the server is, e.g. {@code http://localhost:8080}
     * @param credentials who calls
     * @param settings how often and how long to try
     * @throws IllegalArgumentException if the endpoint is none
     */
    public static dev.postern.client.secmaster.ApiClient secmaster(String endpoint, Credentials credentials,
                                                                   Settings settings) {
        require(credentials, settings);
        var client = new dev.postern.client.secmaster.ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return new Sender(super.getHttpClient(), credentials, settings);
            }
        };
        client.updateBaseUri(baseUri(endpoint));
        return client.setConnectTimeout(settings.connectTimeout()).setReadTimeout(settings.timeout());
    }

    /** As {@link #iam(String, Credentials, Settings)}, with {@link Settings#DEFAULTS}. */
    public static dev.postern.client.iam.ApiClient iam(String endpoint, Credentials credentials) {
        return iam(endpoint, credentials, Settings.DEFAULTS);
    }

    /**
     * For the APIs of {@code dev.postern.client.iam.api}.
     *
     * @param endpoint where the server is, e.g. {@code http://localhost:8080}
     * @param credentials who calls
     * @param settings how often and how long to try
     * @throws IllegalArgumentException if the endpoint is none
     */
    public static dev.postern.client.iam.ApiClient iam(String endpoint, Credentials credentials, Settings settings) {
        require(credentials, settings);
        var client = new dev.postern.client.iam.ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return new Sender(super.getHttpClient(), credentials, settings);
            }
        };
        client.updateBaseUri(baseUri(endpoint));
        return client.setConnectTimeout(settings.connectTimeout()).setReadTimeout(settings.timeout());
    }

    /**
     * Gets a token for a user with a password; it is good for 24 hours.
     *
     * @param endpoint where the identity service is, e.g. {@code http://localhost:8080}
     * @param domain the name of the user's domain (account)
     * @param user the user's name
     * @param password the user's password
     * @param projectId the project that the token is for
     * @throws PosternException if it is refused
     */
    public static Credentials login(String endpoint, String domain, String user, String password, String projectId) {
        var request = new KeystoneCreateUserTokenByPasswordRequestBody().auth(new TokenAuth()
            .identity(new TokenAuthIdentity().methods(List.of(TokenAuthMethod.PASSWORD))
                .password(new TokenAuthPassword().user(new TokenAuthUser()
                    .name(present(user, "the name of a user")).password(present(password, "the password of the user"))
                    .domain(new TokenAuthDomain().name(present(domain, "the name of the user's domain"))))))
            .scope(new TokenAuthScope().project(new TokenAuthProject().id(present(projectId, "the id of a project")))));
        ApiResponse<?> answer = new TokenApi(iam(endpoint, Credentials.NONE))
            .keystoneCreateUserTokenByPasswordWithHttpInfo(request, "true");
        List<String> token = answer.getHeaders().get("X-Subject-Token");
        if (token == null) {
            throw new dev.postern.client.iam.ApiException(answer.getStatusCode(), "The answer has no X-Subject-Token");
        }
        return Credentials.token(token.get(0));
    }

    static String present(String value, String what) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("Missing: " + what);
        }
        return value;
    }

    /** The generated code takes anything, and asks for {@code null} or a path with two slashes later. */
    static String baseUri(String endpoint) {
        URI uri = null;
        try {
            uri = URI.create(endpoint == null ? "" : endpoint);
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        if (uri == null || uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())
                || uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("Not an endpoint such as http://localhost:8080: " + endpoint);
        }
        return endpoint.replaceFirst("/+$", "");
    }

    private static void require(Credentials credentials, Settings settings) {
        if (credentials == null) {
            throw new IllegalArgumentException("Missing: credentials, such as Credentials.token(\"…\")");
        }
        Objects.requireNonNull(settings, "settings");
    }
}
