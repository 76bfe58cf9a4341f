package dev.postern.fault;

import dev.postern.control.model.FaultMoment;
import dev.postern.control.model.FaultState;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;

import java.time.Duration;
import java.util.Optional;

/** A fault that strikes one request. */
public final class Strike {

    private final Fault fault;
    private final Dialect dialect;

    Strike(Fault fault, Dialect dialect) {
        this.fault = fault;
        this.dialect = dialect;
    }

    /** Whether it strikes once the operation has answered. */
    public boolean isAfter() {
        return fault.when().equals(FaultMoment.AFTER.getValue());
    }

    /** How long the request waits first. */
    public Duration delay() {
        return Duration.ofMillis(fault.delayMs() == null ? 0 : fault.delayMs());
    }

    /** What the request fails with; empty where it only waits. */
    public Optional<ApiException> failure() {
        if (fault.errorCode() == null && fault.status() == null) {
            return Optional.empty();
        }
        Optional<ErrorCode> known = fault.errorCode() == null
            ? Optional.of(usual(fault.status())) : FaultRules.code(fault.errorCode());
        String message = fault.errorMsg() != null ? fault.errorMsg() : known.orElseThrow().message();
        int status = fault.status() != null ? fault.status() : known.orElseThrow().status().getCode();
        return Optional.of(ApiException.ordered(known.map(ErrorCode::code).orElse(fault.errorCode()), status, message));
    }

    /** The fault as it was once it had struck. */
    public FaultState shown() {
        return Shapes.as(fault, FaultState.class);
    }

    private ErrorCode usual(int status) {
        return switch (status) {
            case 401 -> dialect.unauthorized().code();
            case 403 -> dialect.forbidden().code();
            default -> dialect.internal().code();
        };
    }
}
