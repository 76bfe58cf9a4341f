package dev.postern.load;

/**
 * A request that a client sent, and what it knows of it.
 *
 * @param start when it was sent, in nanoseconds
 * @param end when it was answered; without an answer it may still take effect, so that is never
 * @param answer the answer, or null where there was none that says what became of it
 */
record Call(int client, Deed deed, long start, long end, Http.Answer answer) {

    static Call unanswered(int client, Deed deed, long start) {
        return new Call(client, deed, start, Long.MAX_VALUE, null);
    }

    boolean isAnswered() {
        return answer != null;
    }

    /** The code with which it was refused; null where it succeeded. */
    String refusal() {
        return deed.refusal(answer.status(), answer.json());
    }

    @Override
    public String toString() {
        return "client " + client + ": " + deed + " -> "
            + (answer == null ? "no answer" : answer.status() + " " + answer.text());
    }
}
