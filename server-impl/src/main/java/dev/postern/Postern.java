package dev.postern;

import dev.postern.cli.Cli;

/** Where the process begins. */
public final class Postern {

    private Postern() {
    }

    /** Runs a command; the process ends with its exit status. */
    public static void main(String[] args) {
        System.exit(Cli.run(args));
    }
}
