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

    /** The faults that concern an operation and are not used up. */
    @Query("""
        select * from fault where operation in (:operation, :family, '*') and (times is null or times > 0)
        order by position""")
    List<Fault> findFor(String operation, String family);

    /** A fault, keeping other requests away from it until the transaction ends. */
    Optional<Fault> findByPositionForUpdate(int position);
}
