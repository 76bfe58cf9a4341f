package dev.postern.apig.gateway;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;

import java.util.List;
import java.util.Optional;

/** The gateways of all projects; moments are nanoseconds since 1970. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GatewayRepository extends CrudRepository<Gateway, String>, JpaSpecificationExecutor<Gateway> {

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

    /** Removes what was deleted and is gone, with everything in it. */
    @Query("delete from gateway where transition_kind = 'DELETE' and transition_end <= :now")
    int deleteGone(long now);

    long countByProjectId(String projectId);

    /** Gateways that are there. */
    @Query("""
        select * from gateway where project_id = :projectId
            and (transition_kind is null or transition_kind <> 'DELETE' or transition_end > :now)""")
    List<Gateway> findPresent(String projectId, long now);

    /** All gateways, newest first. */
    List<Gateway> findAllOrderByCreateTimeDescAndId();
}
