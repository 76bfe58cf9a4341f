package dev.postern.apig.gateway;

import dev.postern.error.Dialect;

/**
 * The four hours in which a gateway may be maintained.
 *
 * @param begin one of the six hours, e.g. {@code 22:00:00}
 * @param end four hours later
 */
record MaintenanceWindow(String begin, String end) {

    private static final int HOURS = 4;
    private static final int DAY = 24;
    /** An assumption; the vendor names no default. */
    private static final String DEFAULT_BEGIN = "22:00:00";

    /**
     * The window asked for; what is not given follows from the other end.
     *
     * @throws dev.postern.error.ApiException APIC.7211 where the two are not four hours apart
     */
    static MaintenanceWindow of(String begin, String end) {
        if (begin == null && end == null) {
            return new MaintenanceWindow(DEFAULT_BEGIN, shifted(DEFAULT_BEGIN, HOURS));
        }
        if (begin == null) {
            return new MaintenanceWindow(shifted(end, -HOURS), end);
        }
        String due = shifted(begin, HOURS);
        if (end != null && !end.equals(due)) {
            throw Dialect.APIC.invalidField("maintain_end", "the window must last four hours");
        }
        return new MaintenanceWindow(begin, due);
    }

    private static String shifted(String time, int hours) {
        int hour = Math.floorMod(Integer.parseInt(time.substring(0, 2)) + hours, DAY);
        return "%02d:00:00".formatted(hour);
    }
}
