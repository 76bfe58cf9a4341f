package dev.postern.data;

import org.flywaydb.core.Flyway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of a database in memory, from one script that the build makes of all migrations: to run them one after the
 * other would be a quarter of a start.
 */
public final class MemorySchema {

    private static final String SCRIPT = "META-INF/postern/schema.sql";
    private static final String VIEW = "CREATE FORCE VIEW ";

    private MemorySchema() {
    }

    /** Makes the tables, unless they are there: several servers may share a database in memory. */
    static synchronized void make(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            if (isMade(statement)) {
                return;
            }
            if (MemorySchema.class.getClassLoader().getResource(SCRIPT) == null) {
                // Classes that something else than the build compiled.
                migrate(url);
            } else {
                statement.execute("runscript from 'classpath:" + SCRIPT + "'");
            }
        }
    }

    /**
     * Writes the script.
     *
     * @param classes the folder of classes to put it into
     */
    public static void main(String[] classes) throws SQLException, IOException {
        String url = "jdbc:h2:mem:schema" + DatabaseUrl.H2_SETTINGS;
        migrate(url);
        Path file = Path.of(classes[0]).resolve(SCRIPT);
        Files.createDirectories(file.getParent());
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            Files.writeString(file, script(statement));
            statement.execute("shutdown");
        }
    }

    /** Everything in a database but what Flyway and H2 keep for themselves. */
    static String script(Statement statement) throws SQLException {
        statement.execute("drop table if exists \"flyway_schema_history\"");
        StringBuilder script = new StringBuilder();
        StringBuilder views = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("script nopasswords nosettings")) {
            while (lines.next()) {
                String line = lines.getString(1);
                if (line.startsWith(VIEW)) {
                    // It may come before the tables that it is of, and has no columns then.
                    views.append("ALTER VIEW ").append(line, VIEW.length(), line.indexOf('(')).append(" RECOMPILE;\n");
                }
                if (!line.startsWith("CREATE USER")) {
                    script.append(line).append('\n');
                }
            }
        }
        return script.append(views).toString();
    }

    private static void migrate(String url) {
        Flyway.configure().dataSource(url, null, null).load().migrate();
    }

    private static boolean isMade(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(
                "select 1 from information_schema.tables where table_schema = 'public' limit 1")) {
            return found.next();
        }
    }
}
