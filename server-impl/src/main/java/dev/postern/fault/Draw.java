package dev.postern.fault;

/** Numbers that look random and follow from where they stand, so that servers on one database share a sequence. */
final class Draw {

    private Draw() {
    }

    /** A number from 0 to below 1. */
    static double of(long seed, int position, long number) {
        long mixed = mix(mix(mix(seed) + position) + number);
        return (mixed >>> 11) * 0x1.0p-53;
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
