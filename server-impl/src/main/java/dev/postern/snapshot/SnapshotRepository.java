package dev.postern.snapshot;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.time.Instant;
import java.util.List;

/** The states that are kept. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SnapshotRepository extends CrudRepository<Snapshot, String> {

    /** All of them, without the states. */
    @Query("select name, created_at, '' as state from snapshot order by name")
    List<Snapshot> findNames();

    /** Replaces what is kept by a name; 0 where nothing is. */
    @Query("update snapshot set created_at = :createdAt, state = :state where name = :name")
    int replace(String name, Instant createdAt, String state);

    @Query("delete from snapshot where name = :name")
    int remove(String name);
}
