package dev.postern.support;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Restarts within one process. */
public final class Restart {

    private Restart() {
    }

    /** Has H2 close its files with the server, although it is told to keep a database open. */
    public static void prepare(TestServer server) {
        try (Connection connection = DelegatingDataSource.unwrapDataSource(server.bean(DataSource.class)).getConnection()) {
            connection.createStatement().execute("set db_close_delay 0");
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be closed", e);
        }
    }
}
