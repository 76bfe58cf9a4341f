package dev.postern.apig.gateway;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;

import java.util.Set;

/**
 * The four hours in which a gateway may be maintained.
 *
 * @param begin one of the six hours, e.g. {@code 22:00:00}
 * @param end four hours later
 */
record MaintenanceWindow(String begin, String end) {

    private static final int HOURS = 4;
    private static final int DAY = 24;
    private static final Set<String> TIMES =
        Set.of("02:00:00", "06:00:00", "10:00:00", "14:00:00", "18:00:00", "22:00:00");
    /** An assumption; the vendor names no default. */
    private static final String DEFAULT_BEGIN = "22:00:00";

    /**
     * The window asked for; what is not given follows from the other end.
     *
     * @throws ApiException APIC.7235 where it begins or ends at another hour, APIC.7230 where it is not four hours long
     */
    static MaintenanceWindow of(String begin, String end) {
        if (begin == null && end == null) {
            return new MaintenanceWindow(DEFAULT_BEGIN, shifted(DEFAULT_BEGIN, HOURS));
        }
        if (begin != null && !TIMES.contains(begin) || end != null && !TIMES.contains(end)) {
            throw new ApiException(ErrorCode.APIC_7235);
        }
        if (begin == null) {
            return new MaintenanceWindow(shifted(end, -HOURS), end);
        }
        String due = shifted(begin, HOURS);
        if (end != null && !end.equals(due)) {
            throw new ApiException(ErrorCode.APIC_7230);
        }
        return new MaintenanceWindow(begin, due);
    }

    private static String shifted(String time, int hours) {
        int hour = Math.floorMod(Integer.parseInt(time.substring(0, 2)) + hours, DAY);
        return "%02d:00:00".formatted(hour);
    }
}
