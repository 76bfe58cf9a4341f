package dev.postern.apig.certificate;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads private keys and says whether they belong to a certificate. */
final class PrivateKeys {

    /** What keys are signed with to see whether they fit. */
    private static final Map<String, String> SIGNATURES =
        Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "DSA", "SHA256withDSA");
    /** The forms that are older than PKCS #8, and whose keys they are. */
    private static final Map<String, String> TRADITIONAL = Map.of("RSA PRIVATE KEY", "RSA", "EC PRIVATE KEY", "EC");
    private static final byte[] PROBE = {1, 2, 3};
    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 4;
    private static final int REMEMBERED = 100;
    /** Pairs that were found to fit: a state that is put back again and again has the same ones each time. */
    private static final Set<Pair> FITTING = Collections.newSetFromMap(Collections.synchronizedMap(
        new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Pair, Boolean> eldest) {
                return size() > REMEMBERED;
            }
        }));

    private record Pair(PrivateKey key, PublicKey partner) {
    }

    private PrivateKeys() {
    }

    /**
     * Refuses a private key that is not the one of a public key, with 400: APIG.2105 where it needs a password,
     * APIG.2106 where it is none, APIG.2101 where it is another.
     */
    static void check(String pem, PublicKey partner) {
        List<Pem> keys = Pem.all(pem).stream().filter(block -> block.label().endsWith("PRIVATE KEY")).toList();
        if (keys.size() != 1) {
            throw Pem.unreadable();
        }
        Pem key = keys.get(0);
        if (key.label().startsWith("ENCRYPTED") || key.content().contains("ENCRYPTED")) {
            throw new ApiException(ErrorCode.APIG_2105);
        }
        Pair pair = new Pair(read(key, partner), partner);
        if (FITTING.contains(pair)) {
            return;
        }
        if (!fits(pair.key, partner)) {
            throw new ApiException(ErrorCode.APIG_2101);
        }
        FITTING.add(pair);
    }

    private static PrivateKey read(Pem key, PublicKey partner) {
        byte[] encoded = key.decoded();
        String traditional = TRADITIONAL.get(key.label());
        if (traditional != null) {
            if (!traditional.equals(partner.getAlgorithm())) {
                throw new ApiException(ErrorCode.APIG_2101);
            }
            encoded = der(SEQUENCE, VERSION_0, algorithm(partner), der(OCTET_STRING, encoded));
        } else if (!key.label().equals("PRIVATE KEY")) {
            throw Pem.unreadable();
        }
        for (String algorithm : SIGNATURES.keySet()) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException e) {
                continue;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has " + algorithm, e);
            }
        }
        throw Pem.unreadable();
    }

    private static boolean fits(PrivateKey key, PublicKey partner) {
        String algorithm = SIGNATURES.get(key.getAlgorithm());
        if (algorithm == null || !key.getAlgorithm().equals(partner.getAlgorithm())) {
            return false;
        }
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(PROBE);
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(partner);
            verifying.update(PROBE);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What a public key says of its algorithm: the first thing inside of it. */
    private static byte[] algorithm(PublicKey key) {
        ByteBuffer encoded = ByteBuffer.wrap(key.getEncoded());
        skipHeader(encoded);
        int start = encoded.position();
        int length = skipHeader(encoded);
        byte[] algorithm = new byte[encoded.position() - start + length];
        encoded.position(start).get(algorithm);
        return algorithm;
    }

    private static int skipHeader(ByteBuffer encoded) {
        encoded.get();
        int length = encoded.get() & 0xFF;
        if (length > 0x7F) {
            int bytes = length & 0x7F;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = length << 8 | encoded.get() & 0xFF;
            }
        }
        return length;
    }

    private static byte[] der(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] each : contents) {
            content.writeBytes(each);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(content.size()) + 7) / 8;
        if (content.size() > 0x7F) {
            all.write(0x80 | bytes);
        }
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            all.write(content.size() >> shift);
        }
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }
}
