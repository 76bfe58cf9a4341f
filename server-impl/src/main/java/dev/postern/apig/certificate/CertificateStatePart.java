package dev.postern.apig.certificate;

import dev.postern.control.Places;
import dev.postern.control.StatePart;
import dev.postern.control.model.CertificateState;
import dev.postern.control.model.State;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;

/** The certificates of the state. */
@Singleton
class CertificateStatePart implements StatePart {

    private final CertificateRepository certificates;
    private final Clock clock;

    CertificateStatePart(CertificateRepository certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return IN_GATEWAYS;
    }

    @Override
    public void clear() {
        certificates.deleteAll();
    }

    @Override
    public void restore(State state, Places places) {
        Places.each("certificates", state.getCertificates(), (place, certificate) -> {
            places.define(place + ".id", "certificate", null, certificate.getId());
            if (certificate.getInstanceId() != null) {
                places.require(place + ".instance_id", "gateway of project " + certificate.getProjectId(), null,
                    certificate.getInstanceId());
            }
            Certificate row = row(place, certificate);
            places.define(place + ".name", "certificate name", row.projectId() + ", " + row.scope(), row.name());
            certificates.save(row);
        });
    }

    @Override
    public void save(State state) {
        state.setCertificates(Places.orNull(certificates.findAllOrderById(), row -> Shapes.as(row, CertificateState.class)));
    }

    private Certificate row(String place, CertificateState state) {
        CertificateChain chain = read(place + ".cert_content", state.getCertContent());
        try {
            PrivateKeys.check(state.getPrivateKey(), chain.publicKey());
        } catch (ApiException e) {
            throw Places.refused(place + ".private_key", "it is not readable, or not the one of the certificate");
        }
        if (state.getTrustedRootCa() != null) {
            read(place + ".trusted_root_ca", state.getTrustedRootCa());
        }
        Instant created = Moments.orNow(state.getCreateTime(), clock);
        return Certificate.of(state.getId(), state.getProjectId(), state.getInstanceId(),
            Boolean.TRUE.equals(state.getFromDomain()), chain.facts(), state.getName(), state.getCertContent(),
            state.getPrivateKey(), state.getTrustedRootCa(), created,
            state.getUpdateTime() == null ? created : state.getUpdateTime().toInstant());
    }

    private static CertificateChain read(String place, String pem) {
        try {
            return CertificateChain.read(pem);
        } catch (ApiException e) {
            throw Places.refused(place, "it is no certificate in PEM");
        }
    }
}
