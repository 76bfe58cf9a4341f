package dev.postern.apig.definition;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where APIs are, or were, published. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface PublicationRepository extends CrudRepository<Publication, String> {

    Optional<Publication> findByApiIdAndEnvId(String apiId, String envId);

    boolean existsByInstanceIdAndEnvIdAndOnlineTrue(String instanceId, String envId);

    List<Publication> findByApiIdOrderByPublishId(String apiId);

    List<Publication> findByApiIdInAndOnlineTrue(Collection<String> apiIds);

    boolean existsByApiIdAndOnlineTrue(String apiId);
}
