package dev.postern.apig.plugin;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.Collection;
import java.util.List;

/** What plug-ins are attached to. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PluginAttachmentRepository extends CrudRepository<PluginAttachment, String> {

    void deleteByPublishIdAndPluginIdIn(String publishId, Collection<String> pluginIds);

    List<PluginAttachment> findByPluginIdOrderById(String pluginId);
}
