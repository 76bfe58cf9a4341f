package dev.postern.data;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;

import java.nio.file.Path;
import java.sql.SQLException;

/** Where the state is kept: H2 in memory or in a folder, or PostgreSQL. */
@Singleton
public class DatabaseUrl implements BeanCreatedEventListener<DatasourceConfiguration> {

    /**
     * H2 is spoken to as if it were PostgreSQL, so that one set of statements serves both; it waits for locks as long as
     * PostgreSQL's clients would. {@link SharedWrites} sees to it that what is acknowledged is in the file. Usually it
     * keeps 16 MB of a file at hand (here 64), and knows eight statements of a connection before it reads one anew.
     */
    static final String H2_SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
        + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;CACHE_SIZE=65536;QUERY_CACHE_SIZE=128";
    private static final String H2 = "jdbc:h2:";
    private static final String H2_FILE = H2 + "file:";

    /** The database in a folder. */
    public static String inFolder(Path folder) {
        return inFile(folder.toAbsolutePath().normalize().resolve("postern"));
    }

    static String inFile(Path database) {
        return H2_FILE + database;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration configuration = event.getBean();
        String url = configuration.getUrl();
        if (url.startsWith(H2)) {
            configuration.setJdbcUrl(url + H2_SETTINGS);
        }
        try {
            prepare(url, configuration);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be opened", e);
        }
        return configuration;
    }

    /** Makes the tables, or brings them up to date. */
    private static void prepare(String url, DatasourceConfiguration configuration) throws SQLException {
        if (url.startsWith(H2_FILE)) {
            new FolderMigration(Path.of(url.substring(H2_FILE.length())), H2_SETTINGS).run();
        } else if (url.startsWith(H2)) {
            MemorySchema.make(url + H2_SETTINGS);
        } else {
            Flyway.configure().dataSource(url, configuration.getUsername(), configuration.getPassword()).load().migrate();
        }
    }
}
