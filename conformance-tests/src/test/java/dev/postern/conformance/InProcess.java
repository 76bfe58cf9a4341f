package dev.postern.conformance;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A server in this process, on a port of its own, whose gateways change without delay. */
final class InProcess implements AutoCloseable {

    private final EmbeddedServer server;

    InProcess(String databaseUrl) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("postern.port", -1);
        settings.put("postern.transition-time", "0s");
        settings.put("postern.database-url", databaseUrl);
        server = ApplicationContext.run(EmbeddedServer.class, settings);
    }

    URI endpoint() {
        return URI.create(server.getURL().toString());
    }

    @Override
    public void close() {
        server.close();
    }
}
