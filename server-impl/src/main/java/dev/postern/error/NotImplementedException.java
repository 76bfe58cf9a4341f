package dev.postern.error;

/** A described operation that no controller serves yet; the generated interfaces throw it. */
public class NotImplementedException extends ApiException {

    public NotImplementedException(String operationId) {
        super(ErrorCode.APIG_0101_UNSERVED, operationId);
    }
}
