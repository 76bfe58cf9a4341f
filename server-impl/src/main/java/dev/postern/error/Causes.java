package dev.postern.error;

/** What a failure comes from. */
public final class Causes {

    private Causes() {
    }

    /** The first of all causes; the failure itself where it has none. */
    public static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
