package dev.postern.data;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.scheduling.annotation.Scheduled;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives answers only when what they tell of is in the file of a database in a folder. H2 would write to it at each
 * commit, which takes as long as the rest of a request; this way requests that are under way at once share one write.
 */
@ServerFilter("/**")
@Requires(property = "datasources.default.url", pattern = "jdbc:h2:file:.*")
public class SharedWrites {

    /** How long H2 leaves alone what it needs no more; usually 45 seconds, of which a busy server writes gigabytes. */
    private static final int RETENTION_MS = 5000;

    private final MVStore file;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    /** The last request whose changes are in the file; only for whoever is {@link #writing}. */
    private long written;
    /** The last version of the file that is on the disk. */
    private long forced;

    SharedWrites(DataSource database, DataSourceResolver resolver) throws SQLException {
        try (Connection connection = resolver.resolve(database).getConnection()) {
            SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            file = session.getDatabase().getStore().getMvStore();
            file.setRetentionTime(RETENTION_MS);
        }
    }

    /** What only reads waits, too, while there is something that it might have seen. */
    @ResponseFilter
    void beforeAnswering(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.GET || writing.isLocked() || file.hasUnsavedChanges()) {
            write();
        }
    }

    /**
     * Forces what was written to the disk, well before H2 writes over what it took the place of: the file can be opened
     * after a power cut, too.
     */
    @Scheduled(fixedDelay = "1s")
    void force() {
        long version = file.getCurrentVersion();
        if (version != forced && !file.isClosed()) {
            file.sync();
            forced = version;
        }
    }

    /** Writes what is committed. */
    public void write() {
        long own = asked.incrementAndGet();
        writing.lock();
        try {
            if (written < own) {
                // Who is about to ask comes along; nobody is waited for.
                Thread.yield();
                // Who asked by now has committed before.
                long all = asked.get();
                file.commit();
                written = all;
            }
        } finally {
            writing.unlock();
        }
    }
}
