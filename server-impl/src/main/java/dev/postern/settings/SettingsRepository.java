package dev.postern.settings;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Optional;

/** The one row of settings, which is always there; each setting is changed by itself. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SettingsRepository extends GenericRepository<Settings, Integer> {

    Optional<Settings> findById(int id);

    /** The same, keeping every other writer away until the transaction ends. */
    Optional<Settings> findByIdForUpdate(int id);

    @Query("update settings set clock_frozen_at = :frozenAt, clock_offset = :offset where id = 1")
    void setClock(@Nullable Long frozenAt, long offset);

    @Query("update settings set has_faults = :present where id = 1")
    void setHasFaults(boolean present);

    @Query("update settings set counts_reads = :counting where id = 1")
    void setCountsReads(boolean counting);

    @Query("update settings set recording = :recording where id = 1")
    void setRecording(boolean recording);

    @Query("update settings set id_seed = :seed where id = 1")
    void setIdSeed(@Nullable Long seed);
}
