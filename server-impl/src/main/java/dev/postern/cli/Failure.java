package dev.postern.cli;

/** Something that went wrong for a reason that one sentence can tell: no trace, exit status 1. */
final class Failure extends RuntimeException {

    Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
