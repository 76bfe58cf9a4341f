package dev.postern.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** A PostgreSQL that can be stopped and started again, with what it keeps, at the same port. */
final class Postgres implements AutoCloseable {

    private final Path folder;
    private EmbeddedPostgres database;
    private int port;

    Postgres(Path folder) {
        this.folder = folder;
        start();
    }

    void start() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(folder)
                .setCleanDataDirectory(false).setServerConfig("max_connections", "100");
            database = (port == 0 ? builder : builder.setPort(port)).start();
            port = database.getPort();
        } catch (IOException e) {
            throw new AssertionError("PostgreSQL does not start", e);
        }
    }

    void stop() {
        try {
            database.close();
        } catch (IOException e) {
            throw new AssertionError("PostgreSQL does not stop", e);
        }
    }

    /** The address of a new, empty database. */
    String newUrl() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = database.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name);
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL makes no database", e);
        }
        return database.getJdbcUrl("postgres", name);
    }

    @Override
    public void close() {
        stop();
    }
}
