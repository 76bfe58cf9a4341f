package dev.postern.conformance;

import dev.postern.conformance.run.CaseResult;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Runs the kit from a command line. */
public final class Main {

    private static final String USAGE = """
            usage: --endpoint URL [--offers control,instant | --offers nothing] [--report FOLDER] [--only TEXT]
                   --bounds FILE

            Replays every documented request against the server at URL. Cases that need what the server
            does not offer are skipped; a Postern offers control, and instant where transitions take no time.
            --bounds writes the rules of the description as they are now, to be reviewed and kept as bounds.yaml.
            """;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out));
    }

    /** 0 when all is well, 1 when something differs, 2 when the command line does not make sense. */
    public static int run(List<String> args, PrintStream out) {
        if (args.size() == 2 && args.get(0).equals("--bounds")) {
            return writeBounds(Path.of(args.get(1)));
        }
        String endpoint = null;
        String only = "";
        Set<String> offers = new LinkedHashSet<>(Set.of("control"));
        Path report = Path.of("conformance");
        for (int i = 0; i < args.size(); i += 2) {
            String value = i + 1 < args.size() ? args.get(i + 1) : null;
            if (value == null || !Set.of("--endpoint", "--offers", "--report", "--only").contains(args.get(i))) {
                out.print(USAGE);
                return 2;
            }
            switch (args.get(i)) {
                case "--endpoint" -> endpoint = value.replaceAll("/+$", "");
                case "--offers" -> offers = offers(value);
                case "--report" -> report = Path.of(value);
                default -> only = value;
            }
        }
        if (endpoint == null) {
            out.print(USAGE);
            return 2;
        }
        String part = only;
        Result result = new Conformance().run(
                new Options(URI.create(endpoint), offers, endpoint, report, each -> each.id().contains(part)));
        print(result, report, out);
        return result.good() ? 0 : 1;
    }

    private static int writeBounds(Path file) {
        try {
            Files.writeString(file, new Conformance().bounds());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in a list with commas; "nothing" or an empty text for none. */
    public static Set<String> offers(String list) {
        Set<String> offers = new LinkedHashSet<>(Arrays.asList(list.split("\\s*,\\s*")));
        offers.removeAll(List.of("", "nothing"));
        return offers;
    }

    private static void print(Result result, Path report, PrintStream out) {
        for (CaseResult failed : result.failed()) {
            out.println("FAILED  " + failed.about().id());
            failed.problems().forEach(problem -> out.println("        " + problem));
        }
        for (CaseResult skipped : result.skipped()) {
            out.println("SKIPPED " + skipped.about().id() + " (" + skipped.skipped() + ")");
        }
        result.objections().forEach(objection -> out.println("GATE    " + objection));
        out.printf("%d passed, %d failed, %d skipped; %d objections of the gate; %s%n", result.passed().size(),
                result.failed().size(), result.skipped().size(), result.objections().size(),
                report.resolve("report.html").toUri());
    }
}
