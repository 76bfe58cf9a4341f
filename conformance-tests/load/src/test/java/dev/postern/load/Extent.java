package dev.postern.load;

import java.util.Random;

/** How long tests run, and what their random choices follow from. */
final class Extent {

    private static final boolean LONG = "long".equals(System.getProperty("postern.load"));

    private Extent() {
    }

    /** One number for the build, another at length. */
    static int of(int brief, int atLength) {
        return LONG ? atLength : brief;
    }

    /** A seed, which is told so that a failure can be repeated as far as threads allow. */
    static long seed(String test) {
        String given = System.getProperty("postern.seed", "");
        long seed = given.isEmpty() ? new Random().nextInt(1_000_000) : Long.parseLong(given);
        System.out.println(test + ": -Dpostern.seed=" + seed + " -Dpostern.load=" + (LONG ? "long" : "short"));
        return seed;
    }
}
