package dev.postern.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Verifies signed requests; the same request may come again while its date is fresh, as with the vendor. */
@Singleton
class SignatureCheck {

    private static final String DATE = "X-Sdk-Date";
    private static final String CONTENT_HASH = "X-Sdk-Content-Sha256";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final List<String> ALWAYS_SIGNED = List.of("host", "x-sdk-date");

    private final AccessKeyRepository keys;
    private final Clock clock;

    SignatureCheck(AccessKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The key that signed a request.
     *
     * @throws Unproven with the reason, fit for the caller
     */
    AccessKey signerOf(HttpRequest<?> request, String authorization) {
        if (request.getHeaders().contains("X-Security-Token")) {
            throw new Unproven("temporary access keys (X-Security-Token) are not supported");
        }
        Signature signature = Signature.parse(authorization)
            .orElseThrow(() -> new Unproven("the Authorization header is malformed"));
        AccessKey key = keyOf(signature).filter(AccessKey::isActive)
            .orElseThrow(() -> new Unproven("the access key " + signature.accessKey() + " does not exist or is inactive"));
        requireSigned(request, signature);
        String date = header(request, DATE);
        requireFresh(date);
        CanonicalRequest canonical = new CanonicalRequest(request.getMethodName(), request.getUri().getRawPath(),
            request.getUri().getRawQuery(), signature.signedHeaders(), name -> header(request, name), bodyHash(request));
        if (!signature.isOf(canonical, date, key.secret())) {
            throw new Unproven("the signature does not match the request");
        }
        return key;
    }

    /** The key that a signature names, be it made with it or not. */
    Optional<AccessKey> keyOf(Signature signature) {
        return keys.findById(signature.accessKey());
    }

    private static void requireSigned(HttpRequest<?> request, Signature signature) {
        for (String name : ALWAYS_SIGNED) {
            if (!signature.signedHeaders().contains(name)) {
                throw new Unproven("the header " + name + " is not signed");
            }
        }
        for (String name : signature.signedHeaders()) {
            if (name.isEmpty() || !request.getHeaders().contains(name)) {
                throw new Unproven("the signed header " + name + " is missing");
            }
        }
    }

    private void requireFresh(String date) {
        Instant signed = Signature.moment(date)
            .orElseThrow(() -> new Unproven("X-Sdk-Date must read like 20240416T095341Z"));
        Instant now = clock.instant();
        if (Duration.between(signed, now).abs().compareTo(SKEW) > 0) {
            throw new Unproven("the signature expired, signature time: " + date + ", server time: "
                + now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        }
    }

    /** What stands for the body in the signature; a hash that the request states must be that of its body. */
    private static String bodyHash(HttpRequest<?> request) {
        String stated = request.getHeaders().get(CONTENT_HASH);
        if (UNSIGNED.equals(stated)) {
            return stated;
        }
        String actual = Signature.sha256(body(request));
        if (stated != null && !stated.equalsIgnoreCase(actual)) {
            throw new Unproven("the signature does not match the request: X-Sdk-Content-Sha256 is not the body's hash");
        }
        return stated == null ? actual : stated;
    }

    /** The body as it was sent; what binds it later reads it again. */
    private static byte[] body(HttpRequest<?> request) {
        ByteBody sent = ((ServerHttpRequest<?>) request).byteBody();
        try (CloseableByteBody copy = sent.split(ByteBody.SplitBackpressureMode.FASTEST);
             CloseableAvailableByteBody whole = copy.buffer().join()) {
            return whole.toByteArray();
        } catch (CompletionException e) {
            // A body over the limit is refused for that.
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static String header(HttpRequest<?> request, String name) {
        return String.join(",", request.getHeaders().getAll(name));
    }

    /** A request whose caller is not proven. */
    static final class Unproven extends RuntimeException {

        Unproven(String reason) {
            super(reason, null, false, false);
        }
    }
}
