package dev.postern.apig.certificate;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A certificate and those of the authorities that issued it, as they stand in PEM. */
final class CertificateChain {

    /** What 32 bits can count. */
    private static final Instant LAST_END = Instant.parse("2038-01-19T03:14:07Z");

    private final List<X509Certificate> certificates;
    private final CertificateFacts facts;

    private CertificateChain(List<X509Certificate> certificates) {
        this.certificates = certificates;
        this.facts = CertificateFacts.of(certificates.get(0));
    }

    /** Reads a chain; 400 APIG.2106 for what is none. */
    static CertificateChain read(String pem) {
        return new CertificateChain(Pem.all(pem).stream().map(CertificateChain::certificate).toList());
    }

    /** What the certificate itself says. */
    CertificateFacts facts() {
        return facts;
    }

    PublicKey publicKey() {
        return certificates.get(0).getPublicKey();
    }

    /** Refuses with 400 what no gateway can use at a moment. */
    void check(String privateKey, Instant now) {
        for (int i = 1; i < certificates.size(); i++) {
            if (!isIssued(certificates.get(i - 1), certificates.get(i))) {
                throw new ApiException(ErrorCode.APIG_2104);
            }
        }
        PrivateKeys.check(privateKey, publicKey());
        if (facts.san().isEmpty()) {
            throw new ApiException(ErrorCode.APIG_2109);
        }
        checkNotOver(now);
        if (facts.notAfter().isAfter(LAST_END)) {
            throw new ApiException(ErrorCode.APIG_3148);
        }
    }

    /** Refuses with 400 APIG.2102 where it is over. */
    void checkNotOver(Instant now) {
        if (now.isAfter(facts.notAfter())) {
            throw new ApiException(ErrorCode.APIG_2102);
        }
    }

    /** Refuses with 400 APIG.2103 where it is not for a domain name. */
    void checkCovers(String domain) {
        if (facts.san().stream().noneMatch(name -> covers(name.toLowerCase(Locale.ROOT), domain.toLowerCase(Locale.ROOT)))) {
            throw new ApiException(ErrorCode.APIG_2103);
        }
    }

    /** An asterisk stands for one label. */
    private static boolean covers(String name, String domain) {
        int dot = domain.indexOf('.');
        return name.equals(domain) || dot > 0 && name.equals("*" + domain.substring(dot));
    }

    private static X509Certificate certificate(Pem block) {
        if (!block.label().equals("CERTIFICATE")) {
            throw Pem.unreadable();
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(block.decoded()));
        } catch (CertificateException e) {
            throw Pem.unreadable();
        }
    }

    private static boolean isIssued(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
