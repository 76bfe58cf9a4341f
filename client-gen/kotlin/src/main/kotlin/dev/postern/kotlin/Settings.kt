package dev.postern.kotlin

import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds

/**
 * How often and how long a client tries. Requests that are answered with 429 or 503 have not been done; they are sent
 * again, each time after about twice as long, or after as many seconds as the answer's Retry-After says.
 *
 * @param attempts how often a request is sent at most; with 1 it is never sent again
 * @param firstDelay how long to wait, at most, before it is sent for the second time
 * @param connectTimeout how long to wait for a connection
 * @param timeout how long to wait for each answer
 */
data class Settings(
    val attempts: Int = 4,
    val firstDelay: Duration = 500.milliseconds,
    val connectTimeout: Duration = 10.seconds,
    val timeout: Duration = 1.minutes,
) {
    init {
        require(attempts >= 1) { "There has to be at least 1 attempt, not $attempts" }
        for (time in listOf(firstDelay, connectTimeout, timeout)) {
            require(time.isPositive()) { "A time has to be positive, unlike $time" }
        }
    }
}
