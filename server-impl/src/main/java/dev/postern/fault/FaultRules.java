package dev.postern.fault;

import dev.postern.control.model.Fault;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;

import java.util.Arrays;
import java.util.Optional;

/** What a fault may be. */
@Singleton
class FaultRules {

    static final String EVERY = "*";
    static final String ALL_OF = ".*";

    private final OperationIndex operations;

    FaultRules(OperationIndex operations) {
        this.operations = operations;
    }

    /** Refuses a fault that concerns nothing or does nothing. */
    void check(String place, Fault fault) {
        checkOperation(place + ".operation", fault.getOperation());
        if (fault.getErrorCode() == null) {
            if (fault.getStatus() == null && fault.getDelayMs() == null) {
                throw Dialect.POSTERN.invalidField(place, "status, error_code or delay_ms is needed");
            }
            if (fault.getStatus() == null && fault.getErrorMsg() != null) {
                throw Dialect.POSTERN.invalidField(place + ".error_msg", "there is no error to say it of");
            }
            return;
        }
        Optional<ErrorCode> code = code(fault.getErrorCode());
        if (code.isEmpty() && (fault.getStatus() == null || fault.getErrorMsg() == null)) {
            throw Dialect.POSTERN.invalidField(place + ".error_code", "there is no error code " + fault.getErrorCode()
                + ", so that it needs a status and an error_msg");
        }
        if (fault.getErrorMsg() == null && code.orElseThrow().takesArguments()) {
            throw Dialect.POSTERN.invalidField(place + ".error_msg",
                "needed, because the message of " + fault.getErrorCode() + " varies");
        }
    }

    /** The first of the constants of a code. */
    static Optional<ErrorCode> code(String code) {
        return Arrays.stream(ErrorCode.values()).filter(known -> known.code().equals(code)).findFirst();
    }

    private void checkOperation(String place, String operation) {
        if (operation.equals(EVERY)) {
            return;
        }
        if (operation.endsWith(ALL_OF)) {
            String family = operation.substring(0, operation.length() - ALL_OF.length());
            if (!operations.hasFamily(family)) {
                throw Dialect.POSTERN.invalidField(place, "there is no family " + family);
            }
        } else if (!operations.contains(operation)) {
            throw Dialect.POSTERN.invalidField(place, "there is no operation " + operation);
        }
    }
}
