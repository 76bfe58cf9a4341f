package dev.postern.apig.binding;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;

/** APIs in the environments in which they are, or were, published. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface PublishedApiRepository extends GenericRepository<PublishedApi, String>,
        JpaSpecificationExecutor<PublishedApi> {

    /** How many of the publications are there and can be called. */
    int countByInstanceIdAndOnlineTrueAndPublishIdIn(String instanceId, Collection<String> publishIds);

    /** APIs in an environment. */
    List<PublishedApi> findByInstanceIdAndEnvIdAndApiIdIn(String instanceId, String envId, Collection<String> apiIds);
}
