package dev.postern.apig.gateway;

import dev.postern.apig.model.InstanceSpec;

import java.util.Arrays;
import java.util.List;

/** The editions, in the order which a resize may only go up in. */
final class Edition {

    private static final List<String> ORDER = List.of("BASIC", "PROFESSIONAL", "ENTERPRISE", "PLATINUM",
        "PLATINUM_X2", "PLATINUM_X3", "PLATINUM_X4", "PLATINUM_X5", "PLATINUM_X6", "PLATINUM_X7", "PLATINUM_X8");
    private static final List<Integer> APIS = List.of(250, 800, 2000, 8000);
    private static final String IPV6 = "_IPV6";

    private Edition() {
    }

    /** Whether there is such an edition. */
    static boolean exists(String spec) {
        return Arrays.stream(InstanceSpec.values()).map(InstanceSpec::getValue).anyMatch(spec::equals);
    }

    /** Whether a gateway can be resized from one edition to a larger one; with or without IPv6 it stays. */
    static boolean grows(String from, String to) {
        return from.endsWith(IPV6) == to.endsWith(IPV6) && size(from) < size(to);
    }

    /** How many APIs a gateway may have; a multiple of PLATINUM so many times as many, which is an assumption. */
    static int apis(String spec) {
        int size = size(spec);
        return size < APIS.size() ? APIS.get(size) : APIS.get(APIS.size() - 1) * (size - APIS.size() + 2);
    }

    private static int size(String spec) {
        return ORDER.indexOf(spec.endsWith(IPV6) ? spec.substring(0, spec.length() - IPV6.length()) : spec);
    }
}
