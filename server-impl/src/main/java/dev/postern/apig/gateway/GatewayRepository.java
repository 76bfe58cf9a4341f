package dev.postern.apig.gateway;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;
import java.util.Optional;

/** The gateways of all projects; moments are nanoseconds since 1970. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GatewayRepository extends CrudRepository<Gateway, String> {

    /**
     * All endings of the names of gateways, in lower case: what contains a text has one that begins with it. A backslash
     * would begin an escape in PostgreSQL.
     */
    String ENDINGS = """
         select id, project_id, cast(substring(replace(lower(instance_name), '\\', '/') from cast(n.x as integer)) as bytea)
        from gateway join generate_series(1, 128) n(x) on n.x <= char_length(lower(instance_name))""";

    /** Not deleted, or for whom the time that takes is not over. */
    String IS_PRESENT = "(transition_kind is null or transition_kind <> 'DELETE' or transition_end > :now)";

    /** Of a project, deleted and gone, and not removed yet. */
    String GONE = " from gateway where project_id = :projectId and transition_kind = 'DELETE' and transition_end <= :now";

    Optional<Gateway> findByIdAndProjectId(String id, String projectId);

    /** The same, keeping every other writer away from it until the transaction ends. */
    Optional<Gateway> findByIdAndProjectIdForUpdate(String id, String projectId);

    /** Gateways whose transition is not over. */
    @Query("select * from gateway where project_id = :projectId and transition_end > :now")
    List<Gateway> findInTransition(String projectId, long now);

    /** Gateways whose transition reads count for, in an order in which no two requests wait for each other. */
    @Query("select * from gateway where project_id = :projectId and transition_reads_left > 0 order by id for update")
    List<Gateway> findCountedForUpdate(String projectId);

    /** Counts a read; the last one ends the transition. */
    @Query("""
        update gateway set transition_reads_left = transition_reads_left - 1,
            transition_end = case when transition_reads_left = 1 then transition_start else transition_end end
        where id = :id""")
    void countRead(String id);

    /** Removes what was deleted and is gone, with everything in it; how many there were. */
    @Query("delete" + GONE)
    int deleteGone(String projectId, long now);

    /** How many were deleted and are gone, and not removed yet. */
    @Query("select count(*)" + GONE)
    long countGone(String projectId, long now);

    /** Notes what {@link GatewayList} finds the gateway by its name with. */
    @Query("insert into gateway_name_ending (gateway_id, project_id, ending)" + ENDINGS + " where id = :id")
    void addNameEndings(String id);

    /** The same for all gateways. */
    @Query("insert into gateway_name_ending (gateway_id, project_id, ending)" + ENDINGS)
    void addAllNameEndings();

    @Query("delete from gateway_name_ending where gateway_id = :id")
    void removeNameEndings(String id);

    /** Gateways that are there. */
    @Query("select * from gateway where project_id = :projectId and " + IS_PRESENT)
    List<Gateway> findPresent(String projectId, long now);

    /** The same of all projects, newest first. */
    @Query("select * from gateway where " + IS_PRESENT + " order by create_time desc, id")
    List<Gateway> findAllPresent(long now);
}
