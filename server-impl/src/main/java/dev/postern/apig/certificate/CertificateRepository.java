package dev.postern.apig.certificate;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The certificates of all projects. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CertificateRepository
    extends CrudRepository<Certificate, String>, JpaSpecificationExecutor<Certificate> {

    Optional<Certificate> findByIdAndProjectId(String id, String projectId);

    /** The same, keeping every other writer away from it until the transaction ends. */
    Optional<Certificate> findByIdAndProjectIdForUpdate(String id, String projectId);

    List<Certificate> findByIdIn(Collection<String> ids);

    List<Certificate> findAllOrderById();
}
