package dev.postern.http;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;

import java.util.Map;

/**
 * Lets a fixed number of threads take requests from a queue where there are no virtual threads. Handing each request to a
 * thread that waits for it, as is usual otherwise, costs a fifth of a short request.
 */
@ContextConfigurer
public class RequestThreads implements ApplicationContextConfigurer {

    private static final int VIRTUAL_THREADS = 21;

    /** Some times the connections to the database, of which a request that works holds one. */
    private static final int THREADS = 64;

    @Override
    public void configure(ApplicationContextBuilder builder) {
        if (Runtime.version().feature() < VIRTUAL_THREADS) {
            builder.properties(Map.of(
                "micronaut.executors.blocking.type", "fixed",
                "micronaut.executors.blocking.n-threads", THREADS));
        }
    }
}
