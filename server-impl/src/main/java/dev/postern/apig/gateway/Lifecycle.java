package dev.postern.apig.gateway;

import dev.postern.data.Moments;
import dev.postern.time.Transitions;

import java.util.List;
import java.util.Set;

/**
 * What a gateway is doing, derived from what was asked of it and the time: nothing runs in the background, so a
 * restart changes nothing and a frozen clock freezes it. Moments are nanoseconds since 1970.
 *
 * <p>A transition that reads count for ends {@link #NEVER} by the clock; {@link CountedReads} ends it.
 */
final class Lifecycle {

    static final String CREATE = "CREATE";
    static final String RESIZE = "RESIZE";
    static final String DELETE = "DELETE";
    static final String RUNNING = "Running";
    static final long NEVER = Long.MAX_VALUE;

    /** What a new gateway goes through, each for the same share of the time (the order is an assumption). */
    private static final List<String> CREATION = List.of("Creating", "Installing", "Initing", "Registering");

    /** Statuses in which something is being done to the gateway, so that it can be neither changed nor deleted. */
    private static final Set<String> BUSY = Set.of("Creating", "Initing", "Registering", "Installing", "Updating",
        "Rollbacking", "Deleting", "Unregistering", "Starting", "Freezing", "Restarting", "Resizing");

    /** Statuses of a gateway whose creation failed. */
    private static final Set<String> CREATION_FAILED = Set.of("CreateFail", "InstallFailed", "InitingFailed",
        "RegisterFailed", "CreateTimeout", "InstallTimeout", "InitTimeout", "RegisterTimeout");

    private Lifecycle() {
    }

    /** The status shown at a moment; meaningless once the gateway {@link #isGone}. */
    static String status(Gateway gateway, long now) {
        if (!inTransition(gateway, now)) {
            return gateway.status;
        }
        return switch (gateway.transitionKind) {
            case RESIZE -> "Resizing";
            case DELETE -> "Deleting";
            default -> {
                double share = isCounted(gateway)
                    ? 1 - (double) gateway.transitionReadsLeft / gateway.transitionReads
                    : (double) (now - gateway.transitionStart) / (gateway.transitionEnd - gateway.transitionStart);
                int phase = (int) (share * CREATION.size());
                yield CREATION.get(Math.max(0, Math.min(phase, CREATION.size() - 1)));
            }
        };
    }

    /** The edition at a moment: a resize takes effect when it ends. */
    static String spec(Gateway gateway, long now) {
        return RESIZE.equals(gateway.transitionKind) && !inTransition(gateway, now)
            ? gateway.transitionSpec : gateway.spec;
    }

    static boolean inTransition(Gateway gateway, long now) {
        return gateway.transitionKind != null && now < gateway.transitionEnd;
    }

    /** Whether a transition is under way that reads count for. */
    static boolean isCounted(Gateway gateway) {
        return gateway.transitionReadsLeft != null && gateway.transitionReadsLeft > 0;
    }

    /** How much of its creation is done in a status, in percent; which status has which number is an assumption. */
    static int created(String status) {
        return switch (status) {
            case "Creating" -> 30;
            case "Installing" -> 50;
            case "Initing" -> 80;
            case "Registering" -> 90;
            default -> CREATION_FAILED.contains(status) ? 0 : 100;
        };
    }

    /** When the creation ended or is going to, in milliseconds since 1970; null where that is not known. */
    static Long creationEnd(Gateway gateway) {
        return CREATE.equals(gateway.transitionKind) && !isCounted(gateway)
            ? Long.valueOf(Moments.ofNanos(gateway.transitionEnd).toEpochMilli()) : gateway.creationEndTime;
    }

    /** Whether the gateway was deleted and the time that takes is over. */
    static boolean isGone(Gateway gateway, long now) {
        return DELETE.equals(gateway.transitionKind) && !inTransition(gateway, now);
    }

    /** Whether the gateway can be changed, and resources in it. */
    static boolean isRunning(Gateway gateway, long now) {
        return RUNNING.equals(status(gateway, now));
    }

    /** Whether something is being done to the gateway. */
    static boolean isBusy(Gateway gateway, long now) {
        return BUSY.contains(status(gateway, now));
    }

    /** Begins a transition, after keeping what the last one ended with. */
    static void begin(Gateway gateway, String kind, long now, Transitions.Time time) {
        gateway.spec = spec(gateway, now);
        gateway.creationEndTime = creationEnd(gateway);
        gateway.transitionKind = kind;
        gateway.transitionStart = now;
        gateway.transitionEnd = time.reads() == null ? Math.addExact(now, time.duration().toNanos()) : NEVER;
        gateway.transitionReads = time.reads();
        gateway.transitionReadsLeft = time.reads();
        gateway.transitionSpec = null;
    }
}
