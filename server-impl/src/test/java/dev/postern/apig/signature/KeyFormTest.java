package dev.postern.apig.signature;

import dev.postern.apig.model.SignAlgorithm;
import dev.postern.apig.model.SignType;
import dev.postern.data.Ids;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import dev.postern.support.Database;
import dev.postern.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What keys and secrets look like. The number behind the x is how often what is before it comes. */
class KeyFormTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "HMAC, a x8, ax16", "HMAC, 0 x8, 0x64", "HMAC, a x32, ax16", "HMAC, a-_ x3, ax16",
        "HMAC, aaaaaaaa x1, a_-!@#$%ax2", "HMAC, aaaaaaaa x1, sig************retx1",
        "BASIC, a x4, ax8", "BASIC, Z x32, 0x64", "BASIC, k-_0 x1, a_-!@#$%x1",
        "PUBLIC_KEY, a x8, ax15", "PUBLIC_KEY, + x512, /x2048", "PUBLIC_KEY, /+=-_aa0 x1, +/=_-!@#$%x2",
        "AES_128, a x16, ax16", "AES_128, +/_-!@#$%=aaaaa0 x1, +/_-!@#$%=aaaaa0x1",
        "AES_256, 0 x32, /x16"})
    void takes(KeyForm form, String key, String secret) {
        assertEquals(form, form.check(times(key), times(secret)));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "HMAC, a x7", "HMAC, a x33", "HMAC, _aaaaaaaa x1", "HMAC, -aaaaaaaa x1", "HMAC, aaaaaaa+ x1", "HMAC, aaaaaaa* x1",
        "BASIC, a x3", "BASIC, a x33", "BASIC, 0aaa x1", "BASIC, _aaa x1", "BASIC, aaa! x1",
        "PUBLIC_KEY, a x7", "PUBLIC_KEY, a x513", "PUBLIC_KEY, =aaaaaaaa x1", "PUBLIC_KEY, aaaaaaaa! x1",
        "AES_128, a x15", "AES_128, a x17", "AES_128, a x32", "AES_128, =aaaaaaaaaaaaaaa x1",
        "AES_256, a x16", "AES_256, a x31", "AES_256, a x33", "AES_256, é x32"})
    void refusesKeys(KeyForm form, String key) {
        refuses("sign_key", () -> form.check(times(key), null));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "HMAC, a x15", "HMAC, a x65", "HMAC, _aaaaaaaaaaaaaaaa x1", "HMAC, *aaaaaaaaaaaaaaaa x1", "HMAC, aaaaaaaaaaaaaaa+ x1",
        "BASIC, a x7", "BASIC, a x65", "BASIC, !aaaaaaaa x1", "BASIC, aaaaaaaa/ x1",
        "PUBLIC_KEY, a x14", "PUBLIC_KEY, a x2049", "PUBLIC_KEY, =aaaaaaaaaaaaaaaa x1",
        "AES_128, a x15", "AES_128, a x17", "AES_256, a x32", "AES_256, !aaaaaaaaaaaaaaa x1"})
    void refusesSecrets(KeyForm form, String secret) {
        refuses("sign_secret", () -> form.check(null, times(secret)));
    }

    @ParameterizedTest
    @CsvSource({"aes,", "hmac, aes-128-cfb", "basic, aes-256-cfb", "public_key, aes-128-cfb"})
    void refusesAlgorithms(String type, String algorithm) {
        refuses("sign_algorithm", () -> KeyForm.of(SignType.fromValue(type),
            algorithm == null ? null : SignAlgorithm.fromValue(algorithm)));
    }

    @Test
    void makesWhatItTakes() {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            Ids ids = server.bean(Ids.class);
            for (KeyForm form : KeyForm.values()) {
                for (int i = 0; i < 50; i++) {
                    form.check(form.newKey(ids), form.newSecret(ids));
                }
            }
        }
    }

    private static void refuses(String field, org.junit.jupiter.api.function.Executable check) {
        ApiException refusal = assertThrows(ApiException.class, check);
        assertEquals(ErrorCode.APIG_2011, refusal.code());
        assertTrue(refusal.getMessage().contains("parameterName:" + field + "."), refusal.getMessage());
    }

    private static String times(String text) {
        int x = text.lastIndexOf('x');
        return text.substring(0, x).strip().repeat(Integer.parseInt(text.substring(x + 1)));
    }
}
