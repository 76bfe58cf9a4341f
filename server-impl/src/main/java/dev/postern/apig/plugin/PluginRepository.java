package dev.postern.apig.plugin;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;

/** The plug-ins of all gateways. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PluginRepository extends CrudRepository<Plugin, String> {

    boolean existsByIdAndInstanceId(String id, String instanceId);

    List<Plugin> findByInstanceIdOrderById(String instanceId);
}
