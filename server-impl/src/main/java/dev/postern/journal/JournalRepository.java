package dev.postern.journal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

/** The requests that were recorded. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface JournalRepository extends CrudRepository<JournalEntryRow, Long>, JpaSpecificationExecutor<JournalEntryRow> {

    /** Removes the oldest. */
    @Query("delete from journal_entry where id <= :last")
    void removeUpTo(long last);
}
