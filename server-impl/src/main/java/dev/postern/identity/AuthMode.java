package dev.postern.identity;

/** How much callers have to prove ({@code postern.auth}). */
public enum AuthMode {

    /** Nothing: any token and any signature is taken, so that nobody has to configure anything. */
    OPEN,

    /** Who they are, and that they may: only known users, keys and tokens. */
    STRICT
}
