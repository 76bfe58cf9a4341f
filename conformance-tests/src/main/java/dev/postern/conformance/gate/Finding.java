package dev.postern.conformance.gate;

/**
 * Something of the description that has to be seen in the traffic.
 *
 * @param what the kind of thing: example, status, enum value sent, enum value received, bound
 * @param operation the operation it belongs to
 * @param name the thing itself
 * @param seen the case that showed it, or null
 * @param excused why it need not be shown, or null
 */
public record Finding(What what, String operation, String name, String seen, String excused) {

    /** The kinds of things that are looked for. */
    public enum What {
        EXAMPLE("documented examples"),
        STATUS("documented statuses"),
        SENT("enum values sent"),
        RECEIVED("enum values received"),
        BOUND("bounds exercised");

        private final String title;

        What(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public boolean missing() {
        return seen == null && excused == null;
    }

    /** An excuse for something that was seen all the same. */
    public boolean stale() {
        return seen != null && excused != null;
    }

    @Override
    public String toString() {
        return operation + ": " + name;
    }
}
