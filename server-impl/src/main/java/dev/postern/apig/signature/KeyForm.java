package dev.postern.apig.signature;

import dev.postern.apig.model.SignAlgorithm;
import dev.postern.apig.model.SignType;
import dev.postern.data.Ids;
import dev.postern.error.Dialect;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What the key and the secret of a signature key look like, by how they are used. */
enum KeyForm {

    HMAC(SignType.HMAC, null, "[A-Za-z0-9][A-Za-z0-9_-]{7,31}", "[A-Za-z0-9][A-Za-z0-9_!@#$%*-]{15,63}", 32, 32),
    BASIC(SignType.BASIC, null, "[A-Za-z][A-Za-z0-9_-]{3,31}", "[A-Za-z0-9][A-Za-z0-9_!@#$%*-]{7,63}", 32, 32),
    PUBLIC_KEY(SignType.PUBLIC_KEY, null, "[A-Za-z0-9+/][A-Za-z0-9_+/=-]{7,511}",
        "[A-Za-z0-9+/][A-Za-z0-9_!@#$%+/=*-]{14,2047}", 32, 32),
    AES_128(SignType.AES, SignAlgorithm._128_CFB, "[A-Za-z0-9+/][A-Za-z0-9_!@#$%+/=-]{15}",
        "[A-Za-z0-9+/][A-Za-z0-9_!@#$%+/=*-]{15}", 16, 16),
    AES_256(SignType.AES, SignAlgorithm._256_CFB, "[A-Za-z0-9+/][A-Za-z0-9_!@#$%+/=-]{31}",
        "[A-Za-z0-9+/][A-Za-z0-9_!@#$%+/=*-]{15}", 32, 16);

    /** What a key that is made begins with where it has to be a letter. */
    private static final String LETTER = "k";

    private final SignType type;
    private final SignAlgorithm algorithm;
    private final Pattern key;
    private final Pattern secret;
    private final int keyLength;
    private final int secretLength;

    /** The lengths are those of keys and secrets that are made. */
    KeyForm(SignType type, SignAlgorithm algorithm, String key, String secret, int keyLength, int secretLength) {
        this.type = type;
        this.algorithm = algorithm;
        this.key = Pattern.compile(key);
        this.secret = Pattern.compile(secret);
        this.keyLength = keyLength;
        this.secretLength = secretLength;
    }

    /** Refuses with 400 where the type needs an algorithm, or takes none. */
    static KeyForm of(SignType type, SignAlgorithm algorithm) {
        return Arrays.stream(values())
            .filter(form -> form.type == type && form.algorithm == algorithm)
            .findFirst()
            .orElseThrow(() -> Dialect.APIG.invalidField("sign_algorithm", "it does not go with " + type));
    }

    /** Refuses with 400 where the key or the secret, each of which may be missing, does not have the form. */
    KeyForm check(String givenKey, String givenSecret) {
        check("sign_key", key, givenKey);
        check("sign_secret", secret, givenSecret);
        return this;
    }

    String newKey(Ids ids) {
        return ((type == SignType.BASIC ? LETTER : "") + ids.next()).substring(0, keyLength);
    }

    String newSecret(Ids ids) {
        return ids.next().substring(0, secretLength);
    }

    private static void check(String field, Pattern form, String given) {
        if (given != null && !form.matcher(given).matches()) {
            throw Dialect.APIG.invalidField(field, "it does not have the form of its type");
        }
    }
}
