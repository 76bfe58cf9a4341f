package dev.postern.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.client.apig.model.Error;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes what the generated APIs are constructed with, one method for each description, and reads their errors. The
 * generator leaves out the authentication that the descriptions ask for, and gives errors as text.
 *
 * <p>What a method returns can be adjusted (timeouts, HTTP client) before an API is constructed with it; later changes
 * do not reach that API. The token is sent by the request interceptor, so add to that one instead of replacing it:
 * {@code client.setRequestInterceptor(client.getRequestInterceptor().andThen(…))}.
 */
public final class Clients {

    private static final ObjectMapper ERRORS = dev.postern.client.apig.ApiClient.createDefaultObjectMapper();

    private Clients() {
    }

    /**
     * For the APIs of {@code dev.postern.client.apig.api}.
     *
     * @param endpoint where the server is, e.g. {@code http://localhost:8080}
     * @param token what to send as X-Auth-Token
     */
    public static dev.postern.client.apig.ApiClient apig(String endpoint, String token) {
        var client = new dev.postern.client.apig.ApiClient();
        client.updateBaseUri(baseUri(endpoint));
        return client.setRequestInterceptor(authentication(token));
    }

    /**
     * For the APIs of {@code dev.postern.client.secmaster.api}.
     *
     * @param endpoint where the server is, e.g. {@code http://localhost:8080}
     * @param token what to send as X-Auth-Token
     */
    public static dev.postern.client.secmaster.ApiClient secmaster(String endpoint, String token) {
        var client = new dev.postern.client.secmaster.ApiClient();
        client.updateBaseUri(baseUri(endpoint));
        return client.setRequestInterceptor(authentication(token));
    }

    /** What the server says is wrong; empty where it did not answer, or something between answered in its place. */
    public static Optional<Error> error(dev.postern.client.apig.ApiException failure) {
        return error(failure.getResponseBody(), Error.class).filter(error -> error.getErrorCode() != null);
    }

    /** What the server says is wrong; empty where it did not answer, or something between answered in its place. */
    public static Optional<dev.postern.client.secmaster.model.Error> error(
            dev.postern.client.secmaster.ApiException failure) {
        return error(failure.getResponseBody(), dev.postern.client.secmaster.model.Error.class)
            .filter(error -> error.getErrorCode() != null);
    }

    private static <E> Optional<E> error(String body, Class<E> type) {
        if (body == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ERRORS.readValue(body, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The generated code takes anything, and asks for {@code null} or a path with two slashes later. */
    private static String baseUri(String endpoint) {
        if (URI.create(endpoint).getHost() == null) {
            throw new IllegalArgumentException("Not an endpoint such as http://localhost:8080: " + endpoint);
        }
        return endpoint.replaceFirst("/+$", "");
    }

    private static Consumer<HttpRequest.Builder> authentication(String token) {
        Objects.requireNonNull(token, "token");
        return request -> request.setHeader("X-Auth-Token", token);
    }
}
