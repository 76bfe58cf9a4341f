package dev.postern.data;

import org.flywaydb.core.Flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Brings the database of a folder up to date on a copy, which takes its place when it is done: H2 commits every
 * statement of a migration by itself, so what is killed among them could neither go on nor begin again.
 */
final class FolderMigration {

    private static final String ENDING = ".mv.db";

    private final Path database;
    private final Path next;
    private final String settings;

    /**
     * @param database where the database is, without the ending of its file
     * @param settings what H2 is told of it
     */
    FolderMigration(Path database, String settings) {
        this.database = database;
        this.next = database.resolveSibling(database.getFileName() + "-next");
        this.settings = settings;
    }

    /** Makes the database, or brings it up to date. Where it is up to date already, H2 may keep it open. */
    void run() throws SQLException {
        try {
            Files.createDirectories(database.getParent());
            try (FileChannel channel = FileChannel.open(database.resolveSibling(database.getFileName() + ".lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock alone = channel.lock()) {
                runAlone();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the database cannot be brought up to date", e);
        }
    }

    private void runAlone() throws SQLException, IOException {
        Path present = file(database);
        Path copy = file(next);
        // Of somebody who was killed here.
        Files.deleteIfExists(copy);
        if (Files.exists(present)) {
            if (migrate(database, false)) {
                return;
            }
            Files.copy(present, copy);
        }
        migrate(next, true);
        try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(copy, present, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether everything was done already. */
    private boolean migrate(Path path, boolean now) throws SQLException {
        String url = DatabaseUrl.inFile(path) + settings;
        // As long as this one is open, H2 does not close the database between Flyway's.
        try (Connection connection = DriverManager.getConnection(url)) {
            Flyway flyway = Flyway.configure().dataSource(url, null, null).load();
            boolean done = flyway.info().pending().length == 0;
            if (now) {
                flyway.migrate();
            }
            if (now || !done) {
                connection.createStatement().execute("shutdown");
            }
            return done;
        }
    }

    private static Path file(Path database) {
        return database.resolveSibling(database.getFileName() + ENDING);
    }
}
