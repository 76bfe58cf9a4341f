package dev.postern.apig.domain;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The domain names of all API groups. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface DomainRepository extends CrudRepository<Domain, String>, JpaSpecificationExecutor<Domain> {

    Optional<Domain> findByIdAndInstanceId(String id, String instanceId);

    Optional<Domain> findByInstanceIdAndUrlDomain(String instanceId, String urlDomain);

    List<Domain> findByGroupIdOrderById(String groupId);

    List<Domain> findByGroupIdInOrderById(Collection<String> groupIds);
    int countByGroupId(String groupId);

    List<Domain> findByCertificateIdOrderById(String certificateId);

    boolean existsByCertificateId(String certificateId);

    /** A domain name in every gateway of a project. */
    @Query("""
        select d.* from domain d join gateway g on g.id = d.instance_id
        where g.project_id = :projectId and d.url_domain = :urlDomain
            and (g.transition_kind is null or g.transition_kind <> 'DELETE' or g.transition_end > :now)
        order by d.id""")
    List<Domain> findInProject(String projectId, String urlDomain, long now);

    /** Client certificates are no longer verified for the domain names that have a certificate. */
    @Query("update domain set verified_client_certificate_enabled = false where certificate_id = :certificateId")
    void stopVerification(String certificateId);

    /** Opens or closes the debugging domain name of a group; 0 where there is no such group. */
    @Query("""
        update api_group set sl_domain_access_enabled = :enabled
        where id = :groupId and instance_id = :instanceId""")
    int openDebuggingDomain(String groupId, String instanceId, boolean enabled);
}
