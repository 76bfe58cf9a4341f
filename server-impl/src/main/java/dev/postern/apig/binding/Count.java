package dev.postern.apig.binding;

import io.micronaut.core.annotation.Introspected;

/** To how many APIs a policy is bound. */
@Introspected
record Count(String policyId, int number) {
}
