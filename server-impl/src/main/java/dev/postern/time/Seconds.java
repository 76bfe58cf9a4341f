package dev.postern.time;

import java.math.BigDecimal;

/** Nanoseconds as people write them: decimals of a second. */
final class Seconds {

    private Seconds() {
    }

    /** Without an exponent and without zeros at the end. */
    static String text(long nanos) {
        return decimal(nanos).toPlainString();
    }

    static BigDecimal decimal(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }

    /** The nanoseconds of a decimal that has at most ten digits before the point. */
    static long nanos(String text) {
        return new BigDecimal(text).movePointRight(9).longValue();
    }
}
