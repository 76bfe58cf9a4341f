package dev.postern.apig.domain;

import dev.postern.apig.model.AssociateCertificateV2Response;
import dev.postern.apig.model.CertForm;
import dev.postern.apig.model.ShowDetailsOfDomainNameCertificateV2Response;

/** The certificates of domain names, by the family that keeps them. */
public interface DomainCertificates {

    /** Adds a certificate to the gateway of a domain name and binds it. */
    AssociateCertificateV2Response add(String projectId, String instanceId, String groupId, String domainId, CertForm form);

    /** The certificate of a domain name; 404 for the first thing on the path that does not exist. */
    ShowDetailsOfDomainNameCertificateV2Response show(String projectId, String instanceId, String groupId,
                                                      String domainId, String certificateId);

    /** Unbinds the certificate of a domain name; one that was added to a domain name goes with its last binding. */
    void remove(String projectId, String instanceId, String groupId, String domainId, String certificateId);

    /** Whether there is such a certificate for a gateway. */
    boolean isFor(String certificateId, String projectId, String instanceId);

    /** Whether clients can be verified by a certificate; keeps it from being replaced until the transaction ends. */
    boolean hasAuthority(String certificateId, String projectId);
}
