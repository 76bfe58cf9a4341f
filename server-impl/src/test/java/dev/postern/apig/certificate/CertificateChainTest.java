package dev.postern.apig.certificate;

import dev.postern.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import static dev.postern.support.TestCertificates.certificate;
import static dev.postern.support.TestCertificates.key;
import static dev.postern.support.TestCertificates.keys;
import static dev.postern.support.TestCertificates.pem;
import static dev.postern.support.TestCertificates.traditional;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Real certificates, read and refused. */
class CertificateChainTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final KeyPair EC = keys("EC");
    private static final KeyPair RSA = keys("RSA");
    private static final String GOOD = certificate(EC, 2030, "www.example.com");

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "DSA"})
    void aKeyFitsItsCertificateAndNoOther(String algorithm) {
        KeyPair keys = keys(algorithm);
        String certificate = certificate(keys, 2030, "www.example.com");
        assertDoesNotThrow(() -> check(certificate, key(keys)));
        for (String other : new String[] {"RSA", "EC", "DSA"}) {
            assertRefused("APIG.2101", () -> check(certificate, key(keys(other))));
        }
    }

    @Test
    void olderFormsOfKeysAreRead() {
        String rsa = certificate(RSA, 2030, "www.example.com");
        String rsaKey = pem("RSA PRIVATE KEY", traditional(RSA));
        String ecKey = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
            + pem("EC PRIVATE KEY", traditional(EC));
        assertDoesNotThrow(() -> check(rsa, rsaKey));
        assertDoesNotThrow(() -> check(GOOD, ecKey));
        assertRefused("APIG.2101", () -> check(GOOD, rsaKey));
        assertRefused("APIG.2101", () -> check(rsa, ecKey));
        assertRefused("APIG.2101", () -> check(rsa, pem("RSA PRIVATE KEY", traditional(keys("RSA")))));
    }

    @Test
    void keysWithPasswordsAreRefused() {
        assertRefused("APIG.2105", () -> check(GOOD, pem("ENCRYPTED PRIVATE KEY", new byte[8])));
        assertRefused("APIG.2105", () -> check(GOOD, "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
            + "DEK-Info: AES-256-CBC,0011\n\nAAAA\n-----END EC PRIVATE KEY-----"));
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String text : List.of("", "a text", pem("PRIVATE KEY", new byte[0]), pem("PRIVATE KEY", new byte[100]),
                pem("RSA KEY", new byte[8]), key(EC) + key(EC), GOOD, pem("DSA PRIVATE KEY", new byte[8]))) {
            assertRefused("APIG.2106", () -> check(GOOD, text));
        }
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        for (String text : List.of("", "a text", key(EC), GOOD + key(EC), pem("CERTIFICATE", new byte[0]),
                pem("CERTIFICATE", new byte[100]), GOOD.replace("END", "ENDS"), GOOD.replace("\n", "*"),
                "-----BEGIN ", " ".repeat(1_000_001) + GOOD)) {
            assertRefused("APIG.2106", () -> CertificateChain.read(text));
        }
    }

    @Test
    void whatStandsAroundACertificateIsPassedOver() {
        String oneLine = "'" + GOOD.replaceAll("\\s", "").replace("BEGIN", "BEGIN ").replace("END", "END ") + "\\n'";
        assertDoesNotThrow(() -> check("Bag Attributes\n" + oneLine, key(EC)));
    }

    /** Whatever is wrong with the bytes of a certificate, it is refused or read, and nothing else. */
    @Test
    void damagedCertificatesAreRefusedOrRead() {
        byte[] good = Base64.getMimeDecoder().decode(GOOD.replaceAll("-----.*-----", ""));
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                CertificateChain chain = CertificateChain.read(pem("CERTIFICATE", bad));
                chain.facts();
                chain.check(key(EC), NOW);
            } catch (ApiException e) {
                assertEquals(400, e.status());
            }
        }
    }

    @Test
    void aChainIsInOrder() {
        KeyPair root = keys("RSA");
        String authority = certificate(root, "O=Root", root, "O=Root", "SHA256withRSA", LATER);
        String middle = certificate(RSA, "O=Middle", root, "O=Root", "SHA384withRSA", LATER);
        String leaf = certificate(EC, "CN=leaf", RSA, "O=Middle", "SHA256withRSA", LATER, "a.example.com");
        assertDoesNotThrow(() -> check(leaf + middle + authority, key(EC)));
        assertDoesNotThrow(() -> check(leaf + middle, key(EC)));
        assertRefused("APIG.2104", () -> check(leaf + authority, key(EC)));
        assertRefused("APIG.2104", () -> check(leaf + authority + middle, key(EC)));
        assertRefused("APIG.2104", () -> check(authority + leaf, key(EC)));
        // The right name, but it did not sign.
        String impostor = certificate(keys("RSA"), "O=Middle", root, "O=Root", "SHA256withRSA", LATER);
        assertRefused("APIG.2104", () -> check(leaf + impostor, key(EC)));
        String ofOtherKind = certificate(EC, "O=Middle", root, "O=Root", "SHA256withRSA", LATER);
        assertRefused("APIG.2104", () -> check(leaf + ofOtherKind, key(EC)));
    }

    @Test
    void datesAreThoseOfTheFirst() {
        String over = certificate(EC, "CN=a", EC, "O=a", "SHA256withECDSA", NOW.minusSeconds(1), "a.example.com");
        String last = certificate(EC, "CN=a", EC, "O=a", "SHA256withECDSA", NOW, "a.example.com");
        assertRefused("APIG.2102", () -> check(over, key(EC)));
        assertDoesNotThrow(() -> check(last, key(EC)));
        Instant end = Instant.parse("2038-01-19T03:14:07Z");
        String longest = certificate(EC, "CN=a", EC, "O=a", "SHA256withECDSA", end, "a.example.com");
        String tooLong = certificate(EC, "CN=a", EC, "O=a", "SHA256withECDSA", end.plusSeconds(1), "a.example.com");
        assertDoesNotThrow(() -> check(longest, key(EC)));
        assertRefused("APIG.3148", () -> check(tooLong, key(EC)));
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.com, www.example.com, true", "WWW.Example.com, www.example.com, true",
        "*.example.com, www.example.com, true", "*.example.com, *.example.com, true",
        "*.example.com, a.b.example.com, false", "*.example.com, example.com, false",
        "www.example.com, *.example.com, false", "*.example.com, *.b.example.com, false", "example.com, www.example.com, false"})
    void anAsteriskStandsForOneLabel(String name, String domain, boolean covers) {
        CertificateChain chain = CertificateChain.read(certificate(EC, 2030, "other.example.org", name));
        if (covers) {
            assertDoesNotThrow(() -> chain.checkCovers(domain));
        } else {
            assertRefused("APIG.2103", () -> chain.checkCovers(domain));
        }
    }

    @Test
    void saysWhatItSays() {
        CertificateFacts facts = CertificateChain.read(certificate(EC,
            "CN=a\\, b, OU=one, OU=two+L=Z\u00fcrich, O=\\#x, ST=ZH, C=CH", RSA, "CN=Nobody", "SHA384withRSA", LATER,
            "a.example.com", "*.b.example.com")).facts();
        assertEquals("a, b", facts.commonName());
        assertEquals(List.of("two", "one"), facts.organizationalUnit());
        assertEquals(List.of("Z\u00fcrich"), facts.locality());
        assertEquals(List.of("#x"), facts.organization());
        assertEquals(List.of("ZH"), facts.state());
        assertEquals(List.of("CH"), facts.country());
        assertEquals(List.of("Nobody"), facts.issuer());
        assertEquals(List.of("a.example.com", "*.b.example.com"), facts.san());
        assertEquals("SHA384-RSA", facts.signatureAlgorithm());
        assertEquals(3, facts.version());
        assertEquals(LATER, facts.notAfter());
        assertEquals("170141183460469231713240559642174554112", facts.serialNumber());
        CertificateFacts few = CertificateChain.read(certificate(EC, "O=x", EC, "O=Issuer", "SHA256withECDSA", LATER)).facts();
        assertNull(few.commonName());
        assertEquals(List.of("Issuer"), few.issuer());
        assertEquals("ECDSA-SHA256", few.signatureAlgorithm());
        assertEquals(List.of(), few.san());
    }

    private static void check(String certificate, String key) {
        CertificateChain.read(certificate).check(key, NOW);
    }

    private static void assertRefused(String code, Executable action) {
        assertEquals(code, assertThrows(ApiException.class, action).body().errorCode());
    }
}
