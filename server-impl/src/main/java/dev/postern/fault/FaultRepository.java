package dev.postern.fault;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

import java.util.List;
import java.util.Optional;

/** The faults that are set. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FaultRepository extends CrudRepository<Fault, Integer> {

    /** Those that are not used up, in the order in which they are tried. */
    @Query("select * from fault where times is null or times > 0 order by position")
    List<Fault> findLeft();

    /** The first fault that is set for an operation and not used up. */
    @Query("""
        select * from fault where operation in (:operation, '*') and (times is null or times > 0)
        order by position limit 1""")
    Optional<Fault> findFirstFor(String operation);

    /** Uses a fault once; 0 when another request was faster. */
    @Query("update fault set times = times - 1 where position = :position and times > 0")
    int use(int position);
}
