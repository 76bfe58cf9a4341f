package dev.postern.ids;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** The place in the sequence of ids; whoever advances it has others wait until the transaction ends. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IdCounterRepository extends GenericRepository<IdCounter, Integer> {

    @Query("update id_counter set drawn = drawn + 1 where id = 1")
    void advance();

    @Query("update id_counter set drawn = :drawn where id = 1")
    void set(long drawn);

    @Query("select drawn from id_counter where id = 1 for update")
    long lock();

    @Query("select drawn from id_counter where id = 1")
    long drawn();
}
