package dev.postern.apig.credential;

import dev.postern.ids.IdSource;
import jakarta.inject.Singleton;

import java.util.Random;

/** Makes secrets and AppCodes of the documented alphabet and length, from a secure source unless ids come from a seed. */
@Singleton
class Secrets {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String IN_SECRETS = LETTERS_AND_DIGITS + "_-!@#$%";
    private static final String IN_APP_CODES = LETTERS_AND_DIGITS + "+_!@#$%-/=";
    /** Documented: 8 to 128. */
    private static final int SECRET_LENGTH = 32;
    /** Documented: 64 to 180. */
    private static final int APP_CODE_LENGTH = 64;

    private final IdSource source;

    Secrets(IdSource source) {
        this.source = source;
    }

    /** A secret of a credential. */
    String nextSecret() {
        return next(LETTERS_AND_DIGITS, IN_SECRETS, SECRET_LENGTH);
    }

    /** An AppCode. */
    String nextAppCode() {
        return next(LETTERS_AND_DIGITS + "+/", IN_APP_CODES, APP_CODE_LENGTH);
    }

    private String next(String first, String others, int length) {
        Random random = source.nextRandom();
        StringBuilder secret = new StringBuilder(length);
        secret.append(first.charAt(random.nextInt(first.length())));
        while (secret.length() < length) {
            secret.append(others.charAt(random.nextInt(others.length())));
        }
        return secret.toString();
    }
}
