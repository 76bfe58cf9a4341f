package dev.postern.apig.configuration;

import io.micronaut.core.annotation.Introspected;

/** How much of a limit is used. */
@Introspected
record Usage(String name, long used) {
}
