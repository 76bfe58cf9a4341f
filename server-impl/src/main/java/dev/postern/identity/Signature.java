package dev.postern.identity;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code Authorization: SDK-HMAC-SHA256 …} says.
 *
 * @param accessKey whose secret it was made with
 * @param signedHeaders the headers that were signed, as listed
 * @param value the signature itself, in lower-case hexadecimal
 */
record Signature(String accessKey, List<String> signedHeaders, String value) {

    static final String ALGORITHM = "SDK-HMAC-SHA256";

    private static final Pattern FORM = Pattern.compile(
        ALGORITHM + " Access=([^,\\s]+), ?SignedHeaders=([^,\\s]+), ?Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter DATE =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withResolverStyle(ResolverStyle.STRICT);
    private static final String HMAC = "HmacSHA256";

    /** Reads the header; empty where it is not of the form that signers write. */
    static Optional<Signature> parse(String authorization) {
        Matcher matcher = FORM.matcher(authorization);
        return matcher.matches()
            ? Optional.of(new Signature(matcher.group(1), List.of(matcher.group(2).split(";", -1)), matcher.group(3)))
            : Optional.empty();
    }

    /** The moment that X-Sdk-Date names; empty where it names none. */
    static Optional<Instant> moment(String date) {
        try {
            return Optional.of(LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether this is the signature of a request at a date; compared in constant time. */
    boolean isOf(CanonicalRequest request, String date, String secret) {
        boolean matches = false;
        for (String text : request.texts()) {
            String toSign = ALGORITHM + "\n" + date + "\n" + sha256(text.getBytes(StandardCharsets.UTF_8));
            String expected = HexFormat.of().formatHex(hmac(secret, toSign));
            matches |= MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), value.getBytes(StandardCharsets.US_ASCII));
        }
        return matches;
    }

    /** The SHA-256 of some bytes in lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
