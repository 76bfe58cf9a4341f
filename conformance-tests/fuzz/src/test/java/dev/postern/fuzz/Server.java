package dev.postern.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.cases.RequestData;
import dev.postern.conformance.description.Descriptions;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.run.Exchange;
import dev.postern.conformance.run.Target;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A server in this process, with a database of its own, whose gateways change without delay. */
final class Server implements AutoCloseable {

    static final String ADMIN_HEADER = "X-Postern-Admin-Token";
    static final String ADMIN_TOKEN = "the-admin-token";
    static final Descriptions DESCRIPTIONS = Descriptions.fromClasspath(Server.class.getClassLoader());

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static EmbeddedPostgres postgres;

    private final EmbeddedServer server;
    private final Target target;

    /** A server with pairs of settings. */
    Server(String... pairs) {
        Map<String, Object> settings = new HashMap<>(Map.of("postern.port", -1, "postern.transition-time", "0s",
                "postern.admin-token", ADMIN_TOKEN, "postern.database-url", newDatabase()));
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        server = ApplicationContext.run(EmbeddedServer.class, settings);
        target = new Target(URI.create("http://127.0.0.1:" + server.getPort()), DESCRIPTIONS);
    }

    /** An empty database: of H2 in memory, or of PostgreSQL with {@code -Dpostern.database=postgresql}. */
    private static synchronized String newDatabase() {
        String name = "fuzz" + COUNT.incrementAndGet();
        if (!"postgresql".equals(System.getProperty("postern.database"))) {
            return "jdbc:h2:mem:" + name;
        }
        try {
            postgres = postgres == null ? EmbeddedPostgres.builder().start() : postgres;
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create database " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL makes no database", e);
        }
    }

    int port() {
        return server.getPort();
    }

    Exchange send(Operation operation, RequestData request) {
        return target.send(operation, request);
    }

    /** Puts a state in the place of what there is. */
    void put(JsonNode state) {
        order("replaceState", state);
    }

    /** Everything that is kept, as it is written. */
    String state() {
        return order("showState", null).answer();
    }

    /** Asks something of the control API, which has to be done. */
    Exchange order(String operation, JsonNode body) {
        Exchange exchange = send(DESCRIPTIONS.operation(operation), asAdmin(RequestData.none().withBody(body, null)));
        if (!exchange.succeeded()) {
            throw new IllegalStateException(operation + " answers " + exchange.status() + ": " + exchange.answer());
        }
        return exchange;
    }

    /** The request as one that the control API takes in strict mode too. */
    static RequestData asAdmin(RequestData request) {
        Map<String, JsonNode> headers = new LinkedHashMap<>(request.headers());
        headers.put(ADMIN_HEADER, TextNode.valueOf(ADMIN_TOKEN));
        return request.with(request.path(), request.query(), headers);
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
