package dev.postern.identity;

import jakarta.inject.Singleton;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Hashes passwords, and compares them with their hashes: {@code pbkdf2-sha256$<iterations>$<salt>$<hash>}. */
@Singleton
public class Passwords {

    private static final String SCHEME = "pbkdf2-sha256";
    private static final int ITERATIONS = 120_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final SecureRandom random = new SecureRandom();
    /** What a password is compared with where there is none, so that the time taken does not tell. */
    private final String nobodys = hash("");

    /** A hash to keep in the place of a password. */
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join("$", SCHEME, String.valueOf(ITERATIONS), base64.encodeToString(salt),
            base64.encodeToString(derive(password, salt, ITERATIONS)));
    }

    /** Whether a password is the one of the hash; false, as slowly, where there is no hash. */
    public boolean matches(String password, String hash) {
        String[] parts = (hash == null ? nobodys : hash).split("\\$");
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] derived = derive(password, base64.decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(derived, base64.decode(parts[3])) && hash != null;
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS)).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2 with SHA-256", e);
        }
    }
}
