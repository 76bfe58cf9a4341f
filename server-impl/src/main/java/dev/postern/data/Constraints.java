package dev.postern.data;

import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * What it means to a caller when the database refuses a row: invariants live in constraints, so that two concurrent
 * requests cannot break them, and each constraint a caller can meet has its error code here.
 */
@Singleton
public class Constraints {

    private static final String INTEGRITY_VIOLATION = "23";

    private static final Map<String, ErrorCode> CODES = Map.of(
        "uq_gateway_id", ErrorCode.APIC_7505,
        "uq_gateway_name", ErrorCode.APIC_7500,
        "uq_throttle_name", ErrorCode.APIG_3204);

    /** The code for the constraint that a failure names; empty where it is no violation of a known constraint. */
    public Optional<ErrorCode> violatedBy(Throwable failure) {
        if (!(failure instanceof SQLException e) || e.getSQLState() == null
            || !e.getSQLState().startsWith(INTEGRITY_VIOLATION)) {
            return Optional.empty();
        }
        String message = e.getMessage().toLowerCase(java.util.Locale.ROOT);
        return CODES.entrySet().stream()
            .filter(entry -> message.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    }
}
