package dev.postern.apig.plugin;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The plug-ins of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PluginRepository extends CrudRepository<Plugin, String>, JpaSpecificationExecutor<Plugin> {

    Optional<Plugin> findByIdAndInstanceId(String id, String instanceId);

    /** Refuses with 404 APIG.3068 where the gateway has no such plug-in. */
    default Plugin require(String instanceId, String pluginId) {
        return findByIdAndInstanceId(pluginId, instanceId)
            .orElseThrow(() -> new ApiException(ErrorCode.APIG_3068, pluginId));
    }

    List<Plugin> findByIdIn(Collection<String> ids);

    List<Plugin> findByInstanceIdOrderById(String instanceId);

    long countByInstanceId(String instanceId);

    long countByInstanceIdAndPluginType(String instanceId, String pluginType);
}
