package dev.postern.client;

import java.time.Duration;

/**
 * How often and how long a client tries. Requests that are answered with 429 or 503 have not been done; they are sent
 * again, each time after about twice as long, or after as many seconds as the answer's Retry-After says.
 *
 * @param attempts how often a request is sent at most; with 1 it is never sent again
 * @param firstDelay how long to wait, at most, before it is sent for the second time
 * @param connectTimeout how long to wait for a connection
 * @param timeout how long to wait for each answer
 */
public record Settings(int attempts, Duration firstDelay, Duration connectTimeout, Duration timeout) {

    /** Four attempts with half a second, ten seconds for a connection, a minute for an answer. */
    public static final Settings DEFAULTS =
        new Settings(4, Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofMinutes(1));

    /**
     * Checks all of them.
     *
     * @throws IllegalArgumentException if there is no attempt, or a time is not positive
     */
    public Settings {
        if (attempts < 1) {
            throw new IllegalArgumentException("There has to be at least 1 attempt, not " + attempts);
        }
        for (Duration time : new Duration[] {firstDelay, connectTimeout, timeout}) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("A time has to be positive, unlike " + time);
            }
        }
    }

    /** The same but for the number of attempts. */
    public Settings withAttempts(int attempts) {
        return new Settings(attempts, firstDelay, connectTimeout, timeout);
    }

    /** The same but for the time before the second attempt. */
    public Settings withFirstDelay(Duration firstDelay) {
        return new Settings(attempts, firstDelay, connectTimeout, timeout);
    }

    /** The same but for the time that a connection may take. */
    public Settings withConnectTimeout(Duration connectTimeout) {
        return new Settings(attempts, firstDelay, connectTimeout, timeout);
    }

    /** The same but for the time that an answer may take. */
    public Settings withTimeout(Duration timeout) {
        return new Settings(attempts, firstDelay, connectTimeout, timeout);
    }
}
