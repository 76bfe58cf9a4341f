package dev.postern.data;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A folder can be used whatever was going on when its server was killed. */
class FolderMigrationTest {

    private static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    private static final int LOOKED_AT = 6;

    @TempDir
    private Path folder;

    /** Copies the folder each time that something in it grows, as a kill would leave it, and starts from the copies. */
    @Test
    void goesOnFromEveryMomentOfItself() throws Exception {
        Path database = folder.resolve("a").resolve("postern");
        CompletableFuture<Void> migration = CompletableFuture.runAsync(() -> migrate(database));
        List<Path> moments = new ArrayList<>();
        String last = "";
        while (!migration.isDone()) {
            String sizes = sizes(database.getParent());
            if (!sizes.equals(last)) {
                last = sizes;
                moments.add(copied(database.getParent(), folder.resolve("moment" + moments.size())));
            }
        }
        migration.join();
        assertTrue(moments.size() > 2, "the moments are too few");
        for (int i = 0; i < moments.size(); i += Math.max(1, moments.size() / LOOKED_AT)) {
            Path left = moments.get(i).resolve("postern");
            migrate(left);
            assertEquals(1, number(left, "select count(*) from settings"), "moment " + i + " of " + moments.size());
        }
    }

    @Test
    void keepsWhatIsThere() throws Exception {
        Path database = folder.resolve("postern");
        Flyway.configure().dataSource(DatabaseUrl.inFile(database) + SETTINGS, null, null).target("2").load().migrate();
        execute(database, "insert into iam_domain (id, name) values ('d', 'kept')");
        migrate(database);
        assertEquals(1, number(database, "select count(*) from settings"));
        assertEquals(1, number(database, "select count(*) from iam_domain"));
        execute(database, "delete from iam_domain");
        migrate(database);
        assertEquals(0, number(database, "select count(*) from iam_domain"));
    }

    private static void migrate(Path database) {
        try {
            new FolderMigration(database, SETTINGS).run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Path database, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(DatabaseUrl.inFile(database) + SETTINGS)) {
            connection.createStatement().execute(statement);
        }
    }

    private static int number(Path database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(DatabaseUrl.inFile(database) + SETTINGS)) {
            ResultSet rows = connection.createStatement().executeQuery(query);
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String sizes(Path from) throws IOException {
        if (!Files.exists(from)) {
            return "";
        }
        try (Stream<Path> files = Files.list(from)) {
            return files.sorted().map(file -> file.getFileName() + ":" + file.toFile().length()).toList().toString();
        }
    }

    private static Path copied(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(file.getFileName()));
                } catch (NoSuchFileException e) {
                    // It just took the place of the other.
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return to;
    }
}
