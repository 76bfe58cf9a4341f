package dev.postern.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The databases that everything is tested on; each test server has one of its own. */
public enum Database {

    H2 {
        @Override
        public String newUrl() {
            return "jdbc:h2:mem:" + newName();
        }
    },

    POSTGRESQL {
        @Override
        public String newUrl() {
            String name = newName();
            try (Connection connection = server().getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("PostgreSQL makes no database", e);
            }
            return server().getJdbcUrl("postgres", name);
        }
    };

    private static EmbeddedPostgres postgres;

    /** The address of a new, empty database. */
    public abstract String newUrl();

    static String newName() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    private static synchronized EmbeddedPostgres server() {
        if (postgres == null) {
            try {
                postgres = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL does not start", e);
            }
        }
        return postgres;
    }
}
