package dev.postern.control;

import io.micronaut.context.annotation.Value;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import java.sql.Statement;

/**
 * Lets PostgreSQL see what a large state brought. By itself it looks around once a minute, and until then goes by what was
 * there before: after a small state it combines every API with every binding first, which takes 12 seconds and more for 500 of each.
 */
@Singleton
class QueryPlans {

    /** How many things make a state large: those of a smaller one are combined in no time in any order. */
    private static final int MANY = 200;

    private final JdbcOperations jdbc;
    private final boolean needed;

    QueryPlans(JdbcOperations jdbc, @Value("${datasources.default.url}") String url) {
        this.jdbc = jdbc;
        this.needed = url.startsWith("jdbc:postgresql:");
    }

    /**
     * Has it look, in the transaction at hand.
     *
     * @param things how many were put there
     */
    void renew(int things) {
        if (needed && things >= MANY) {
            jdbc.execute(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("analyze");
                }
            });
        }
    }
}
