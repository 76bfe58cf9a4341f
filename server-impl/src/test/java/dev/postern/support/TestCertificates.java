package dev.postern.support;

import javax.security.auth.x500.X500Principal;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** Makes certificates, because the JDK has no way of its own. */
public final class TestCertificates {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int SEQUENCE = 0x30;
    private static final Map<String, String> ALGORITHMS = Map.of(
        "SHA256withRSA", "06092a864886f70d01010b0500",
        "SHA384withRSA", "06092a864886f70d01010c0500",
        "SHA256withECDSA", "06082a8648ce3d040302",
        "SHA256withDSA", "0609608648016503040302");

    private TestCertificates() {
    }

    /** A new key pair, RSA with 2048 bits, EC on P-256 or DSA with 2048 bits. */
    public static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("EC") ? 256 : 2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate that is over at the end of a year, for domain names. */
    public static String certificate(KeyPair keys, int lastYear, String... names) {
        return certificate(keys, "CN=Somebody", keys, "O=Issuer", signature(keys), Instant.parse(lastYear + "-12-31T23:59:59Z"), names);
    }

    /**
     * A certificate in PEM.
     *
     * @param algorithm what the issuer signs with, as the JDK calls it
     */
    public static String certificate(KeyPair keys, String subject, KeyPair issuerKeys, String issuer, String algorithm,
                                     Instant notAfter, String... names) {
        byte[] algorithmId = der(SEQUENCE, HexFormat.of().parseHex(ALGORITHMS.get(algorithm)));
        byte[] toSign = der(SEQUENCE,
            der(0xA0, der(2, BigInteger.TWO.toByteArray())),
            der(2, BigInteger.valueOf(Long.MAX_VALUE).shiftLeft(64).toByteArray()),
            algorithmId,
            new X500Principal(issuer).getEncoded(),
            der(SEQUENCE, time(Instant.EPOCH), time(notAfter)),
            new X500Principal(subject).getEncoded(),
            keys.getPublic().getEncoded(),
            names.length == 0 ? new byte[0] : der(0xA3, der(SEQUENCE, der(SEQUENCE, HexFormat.of().parseHex("0603551d11"),
                der(4, der(SEQUENCE, Arrays.stream(names)
                    .map(name -> der(0x82, name.getBytes(StandardCharsets.US_ASCII))).toArray(byte[][]::new)))))));
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(issuerKeys.getPrivate());
            signature.update(toSign);
            byte[] signed = signature.sign();
            return pem("CERTIFICATE", der(SEQUENCE, toSign, algorithmId, der(3, new byte[] {0}, signed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the keys of a kind sign with. */
    public static String signature(KeyPair keys) {
        return "SHA256with" + (keys.getPublic().getAlgorithm().equals("EC") ? "ECDSA" : keys.getPublic().getAlgorithm());
    }

    /** The private key in the form of PKCS #8. */
    public static String key(KeyPair keys) {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** Something in PEM. */
    public static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + label + "-----\n";
    }

    /** The key that is inside of PKCS #8, the last thing in it: the form that is older. */
    public static byte[] traditional(KeyPair keys) {
        byte[] all = keys.getPrivate().getEncoded();
        int at = 0;
        while (all[at] == SEQUENCE) {
            at = contentOf(all, at);
            at = skip(all, at);
            at = skip(all, at);
        }
        return Arrays.copyOfRange(all, contentOf(all, at), all.length);
    }

    private static int skip(byte[] der, int at) {
        int length = der[at + 1] & 0xFF;
        return length > 0x7F ? contentOf(der, at) + new BigInteger(1, Arrays.copyOfRange(der, at + 2, contentOf(der, at))).intValue()
            : at + 2 + length;
    }

    private static int contentOf(byte[] der, int at) {
        return (der[at + 1] & 0x80) == 0 ? at + 2 : at + 2 + (der[at + 1] & 0x7F);
    }

    private static byte[] time(Instant moment) {
        return der(0x18, TIME.format(moment).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Arrays.stream(contents).forEach(content::writeBytes);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        byte[] length = BigInteger.valueOf(content.size()).toByteArray();
        if (content.size() > 0x7F) {
            byte[] digits = length[0] == 0 ? Arrays.copyOfRange(length, 1, length.length) : length;
            all.write(0x80 | digits.length);
            all.writeBytes(digits);
        } else {
            all.write(content.size());
        }
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }
}
