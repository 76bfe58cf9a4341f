package dev.postern.data;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Databases in memory are what the migrations make. */
class MemorySchemaTest {

    @Test
    void isWhatTheMigrationsMake() throws SQLException {
        String made = "jdbc:h2:mem:made" + DatabaseUrl.H2_SETTINGS;
        MemorySchema.make(made);
        MemorySchema.make(made);
        String migrated = "jdbc:h2:mem:migrated" + DatabaseUrl.H2_SETTINGS;
        Flyway.configure().dataSource(migrated, null, null).load().migrate();
        List<String> expected = facts(migrated);
        assertTrue(expected.contains("gateway.instance_name character varying"), expected.toString());
        assertEquals(expected, facts(made));
    }

    /** In an order of their own: how H2 goes through a view's conditions depends on the indexes that it knew then. */
    private static List<String> facts(String url) throws SQLException {
        List<String> facts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            MemorySchema.script(statement).lines()
                .map(line -> line.strip().replaceFirst("^(WHERE|AND) ", "").replaceFirst(";$", "")).forEach(facts::add);
            // Of views, too, whose columns the script leaves to what they are of.
            try (ResultSet columns = statement.executeQuery("""
                    select table_name, column_name, data_type from information_schema.columns
                    where table_schema = 'public'""")) {
                while (columns.next()) {
                    facts.add(columns.getString(1) + "." + columns.getString(2) + " " + columns.getString(3));
                }
            }
        }
        facts.sort(null);
        return facts;
    }
}
