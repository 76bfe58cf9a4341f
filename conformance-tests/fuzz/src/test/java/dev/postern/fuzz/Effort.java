package dev.postern.fuzz;

import java.util.Random;

/** How much is tried, and with which random numbers: {@code -Dpostern.fuzz=long}, {@code -Dpostern.seed=N}. */
final class Effort {

    static final boolean LONG = "long".equals(System.getProperty("postern.fuzz"));
    private static final long SEED = seed(System.getProperty("postern.seed", ""));

    private Effort() {
    }

    static int of(int usually, int atLength) {
        return LONG ? atLength : usually;
    }

    /** Random numbers of a test's own; what they come from is printed, so that a failure can be repeated. */
    static Random random(Class<?> test) {
        System.out.println(test.getSimpleName() + ": -Dpostern.seed=" + SEED + (LONG ? " -Dpostern.fuzz=long" : ""));
        return new Random(SEED);
    }

    private static long seed(String text) {
        return text.isBlank() ? System.currentTimeMillis() % 1_000_000_000 : Long.parseLong(text);
    }
}
