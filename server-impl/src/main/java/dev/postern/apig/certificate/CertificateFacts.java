package dev.postern.apig.certificate;

import javax.naming.InvalidNameException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a certificate says about itself, by the vendor's names; null where it says nothing. */
record CertificateFacts(
    String commonName,
    List<String> san,
    int version,
    List<String> organization,
    List<String> organizationalUnit,
    List<String> locality,
    List<String> state,
    List<String> country,
    Instant notBefore,
    Instant notAfter,
    String serialNumber,
    List<String> issuer,
    String signatureAlgorithm) {

    private static final int DNS_NAME = 2;
    private static final Pattern ALGORITHM = Pattern.compile("(\\w+)with(RSA|ECDSA|DSA)");

    static CertificateFacts of(X509Certificate certificate) {
        X500Principal subject = certificate.getSubjectX500Principal();
        X500Principal issuer = certificate.getIssuerX500Principal();
        List<String> commonName = values(subject, "CN");
        List<String> organization = values(issuer, "O");
        return new CertificateFacts(
            commonName == null ? null : commonName.get(0),
            san(certificate),
            certificate.getVersion(),
            values(subject, "O"), values(subject, "OU"), values(subject, "L"), values(subject, "ST"), values(subject, "C"),
            certificate.getNotBefore().toInstant(),
            certificate.getNotAfter().toInstant(),
            certificate.getSerialNumber().toString(),
            organization == null ? values(issuer, "CN") : organization,
            algorithm(certificate));
    }

    private static List<String> san(X509Certificate certificate) {
        try {
            return certificate.getSubjectAlternativeNames() == null ? List.of()
                : certificate.getSubjectAlternativeNames().stream()
                    .filter(name -> name.get(0).equals(DNS_NAME)).map(name -> (String) name.get(1)).toList();
        } catch (CertificateParsingException e) {
            throw Pem.unreadable();
        }
    }

    /** The values of one kind in a name, in their order; without the character 0, which no database keeps. */
    private static List<String> values(X500Principal name, String type) {
        List<String> values = new ArrayList<>();
        try {
            for (Rdn rdn : new LdapName(name.getName(X500Principal.RFC2253)).getRdns()) {
                Attribute attribute = rdn.toAttributes().get(type);
                NamingEnumeration<?> all = attribute == null ? null : attribute.getAll();
                while (all != null && all.hasMore()) {
                    if (all.next() instanceof String value) {
                        values.add(value.replace("\0", ""));
                    }
                }
            }
        } catch (InvalidNameException e) {
            throw Pem.unreadable();
        } catch (NamingException e) {
            throw new IllegalStateException("a name in memory can be read", e);
        }
        return values.isEmpty() ? null : values;
    }

    /** The signature algorithm as the vendor writes it: {@code SHA256-RSA}, {@code ECDSA-SHA256}, {@code SHA256-RSAPSS}. */
    private static String algorithm(X509Certificate certificate) {
        String name = certificate.getSigAlgName();
        Matcher parts = ALGORITHM.matcher(name);
        if (parts.matches()) {
            return parts.group(2).equals("RSA") ? parts.group(1) + "-RSA" : parts.group(2) + "-" + parts.group(1);
        }
        if (name.equals("RSASSA-PSS") && certificate.getSigAlgParams() != null) {
            try {
                AlgorithmParameters parameters = AlgorithmParameters.getInstance(name);
                parameters.init(certificate.getSigAlgParams());
                return parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm().replace("-", "") + "-RSAPSS";
            } catch (GeneralSecurityException | IOException e) {
                throw Pem.unreadable();
            }
        }
        return name;
    }
}
