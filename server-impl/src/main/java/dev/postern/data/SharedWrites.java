package dev.postern.data;

import dev.postern.error.Causes;
import dev.postern.health.Probes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.scheduling.annotation.Scheduled;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(SharedWrites.class);

    private final MVStore file;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    /** The last request whose changes are in the file; only for whoever is {@link #writing}. */
    private long written;
    /** The last version of the file that is on the disk. */
    private long forced;
    private boolean told;

    SharedWrites(DataSource database, DataSourceResolver resolver) throws SQLException {
        try (Connection connection = resolver.resolve(database).getConnection()) {
            SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            file = session.getDatabase().getStore().getMvStore();
            file.setRetentionTime(RETENTION_MS);
        }
    }

    /**
     * Refuses where the file could not be written once: H2 closed it then. What it opens instead, and whether it gets that
     * far, is left to chance, so nobody is given anything of it.
     */
    public void requireOpen() {
        if (file.isClosed()) {
            throw new ConnectionException("the file could not be written before", null);
        }
    }

    @RequestFilter
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void beforeAll(HttpRequest<?> request) {
        if (!Probes.has(request)) {
            requireOpen();
        }
    }

    /** What only reads waits, too, while there is something that it might have seen. */
    @ResponseFilter
    void beforeAnswering(HttpRequest<?> request, HttpResponse<?> answer) {
        if (answer.code() < 500 && !Probes.has(request)
                && (request.getMethod() != HttpMethod.GET || writing.isLocked() || file.isClosed() || file.hasUnsavedChanges())) {
            write();
        }
    }

    /**
     * Forces what was written to the disk, well before H2 writes over what it took the place of: the file can be opened
     * after a power cut, too.
     */
    @Scheduled(fixedDelay = "1s")
    void force() {
        if (!file.isClosed()) {
            long version = file.getCurrentVersion();
            if (version != forced) {
                file.sync();
                forced = version;
            }
        } else if (!told && file.getPanicException() != null) {
            told = true;
            LOG.error("The file of the folder could not be written: {}; when it can, start Postern again",
                Causes.root(file.getPanicException()).getMessage());
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
                requireOpen();
                written = all;
            }
        } catch (MVStoreException e) {
            throw new ConnectionException("the file cannot be written", e);
        } finally {
            writing.unlock();
        }
    }
}
