package dev.postern.cli;

import picocli.CommandLine;

import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/** The command line: chooses the command and tells what it made of it. */
public final class Cli {

    private static final String SERVE = "serve";
    private static final Set<String> OF_ALL_COMMANDS = Set.of("--help", "-h", "--version", "-V");

    private Cli() {
    }

    /** Runs a command; 0 when all is well, 2 when the command line makes no sense, 1 for any other failure. */
    public static int run(String... args) {
        return commandLine().execute(withCommand(args));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new PosternCommand());
        ServiceLoader.load(Subcommand.class).forEach(commandLine::addSubcommand);
        Mistakes mistakes = new Mistakes();
        return commandLine
            .setParameterExceptionHandler(mistakes)
            .setExecutionExceptionHandler(mistakes)
            .setUsageHelpAutoWidth(true)
            .setUsageHelpLongOptionsMaxWidth(24);
    }

    /** Options without a command belong to serve, and so does nothing at all. */
    static String[] withCommand(String[] args) {
        boolean serve = args.length == 0 || args[0].startsWith("-") && !OF_ALL_COMMANDS.contains(args[0]);
        return serve ? Stream.concat(Stream.of(SERVE), Stream.of(args)).toArray(String[]::new) : args;
    }
}
