package dev.postern.fault;

import dev.postern.control.model.FaultState;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes operations fail on order. */
@Singleton
public class Faults {

    private static final String EVERY = "*";

    private final FaultRepository repository;
    private final OperationIndex operations;

    Faults(FaultRepository repository, OperationIndex operations) {
        this.repository = repository;
        this.operations = operations;
    }

    /** The failure that is ordered for an operation, if one is; it counts as used. */
    @Transactional
    public Optional<ApiException> next(String operationId) {
        Optional<Fault> next = repository.findFirstFor(operationId);
        while (next.isPresent()) {
            Fault fault = next.get();
            if (fault.times() == null || repository.use(fault.position()) == 1) {
                return Optional.of(failure(fault));
            }
            next = repository.findFirstFor(operationId);
        }
        return Optional.empty();
    }

    /** The faults that are set, in the order in which they are tried. */
    @Transactional
    public List<FaultState> list() {
        return Shapes.all(repository.findLeft(), FaultState.class);
    }

    /**
     * Sets faults in the place of all others.
     *
     * @throws ApiException POSTERN.0400 for an unknown operation or error code
     */
    @Transactional
    public void replace(List<dev.postern.control.model.Fault> faults) {
        repository.deleteAll();
        for (int i = 0; i < faults.size(); i++) {
            dev.postern.control.model.Fault fault = faults.get(i);
            String operation = fault.getOperation();
            if (!operation.equals(EVERY) && !operations.contains(operation)) {
                throw new ApiException(ErrorCode.POSTERN_0400,
                    "faults[" + i + "].operation: there is no operation " + operation);
            }
            List<ErrorCode> codes = codes(fault.getErrorCode());
            if (codes.isEmpty()) {
                throw new ApiException(ErrorCode.POSTERN_0400,
                    "faults[" + i + "].error_code: there is no error code " + fault.getErrorCode());
            }
            if (fault.getErrorMsg() == null && codes.get(0).takesArguments()) {
                throw new ApiException(ErrorCode.POSTERN_0400,
                    "faults[" + i + "].error_msg: needed, because the message of " + fault.getErrorCode() + " varies");
            }
            repository.save(new Fault(i, operation, fault.getErrorCode(), fault.getErrorMsg(), fault.getTimes()));
        }
    }

    /** Removes every fault. */
    @Transactional
    public void clear() {
        repository.deleteAll();
    }

    private static ApiException failure(Fault fault) {
        ErrorCode code = codes(fault.errorCode()).get(0);
        return ApiException.withMessage(code, fault.errorMsg() != null ? fault.errorMsg() : code.message());
    }

    private static List<ErrorCode> codes(String code) {
        return Arrays.stream(ErrorCode.values()).filter(known -> known.code().equals(code)).toList();
    }
}
