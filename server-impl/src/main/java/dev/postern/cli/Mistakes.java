package dev.postern.cli;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what was wrong with a command line and what would be right. */
final class Mistakes implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("postern: " + message(mistake));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) throws Exception {
        if (!(failure instanceof Failure)) {
            throw failure;
        }
        command.getErr().println("postern: " + failure.getMessage());
        command.getErr().flush();
        return ExitCode.SOFTWARE;
    }

    private static String message(ParameterException mistake) {
        if (!(mistake instanceof UnmatchedArgumentException unmatched) || unmatched.getUnmatched().isEmpty()) {
            return mistake.getMessage();
        }
        CommandLine command = mistake.getCommandLine();
        String found = unmatched.getUnmatched().get(0);
        boolean option = found.startsWith("-");
        List<String> known = option
            ? command.getCommandSpec().options().stream().flatMap(spec -> Stream.of(spec.names())).toList()
            : List.copyOf(command.getSubcommands().keySet());
        String name = found.contains("=") ? found.substring(0, found.indexOf('=')) : found;
        String kind = option ? "option" : known.isEmpty() ? "argument" : "command";
        return "there is no " + kind + " " + name + nearest(name, known).map(near -> "; did you mean " + near + "?")
            .orElseGet(() -> known.isEmpty() || option ? "" : "; there are " + String.join(", ", known));
    }

    private static Optional<String> nearest(String name, List<String> known) {
        return known.stream()
            .filter(each -> each.startsWith(name) || distance(name, each) <= Math.max(1, each.length() / 3))
            .min(Comparator.comparingInt(each -> distance(name, each)));
    }

    /** How many letters must be added, removed or replaced to make one word of another. */
    static int distance(String from, String to) {
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
            }
            last = row;
        }
        return last[to.length()];
    }
}
