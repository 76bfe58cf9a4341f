package dev.postern.cli;

import java.util.concurrent.Callable;

/** A command that comes from beside the server, found with the service loader. */
public interface Subcommand extends Callable<Integer> {
}
