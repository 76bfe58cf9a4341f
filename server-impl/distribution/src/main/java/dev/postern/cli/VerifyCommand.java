package dev.postern.cli;

import dev.postern.conformance.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** Replays every documented request against a server: the contract kit. */
@Command(name = "verify", sortOptions = false, abbreviateSynopsis = true,
    description = "Replay every documented request against a server and say where its answers differ.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
        "  postern verify --endpoint http://localhost:8080",
        "  postern verify --endpoint http://localhost:8080 --only listInstancesV2",
        "",
        "It replaces the state of a server that offers control. Exit status: 0 all is",
        "well, 1 an answer differs, 2 the command line is wrong."})
public final class VerifyCommand implements Subcommand {

    private static final int PATIENCE_MILLIS = 5_000;

    @Spec
    private CommandSpec command;

    @Option(names = "--endpoint", paramLabel = "URL", required = true, defaultValue = "${env:POSTERN_ENDPOINT}",
        description = "Where the server is, e.g. http://localhost:8080. POSTERN_ENDPOINT")
    private String endpoint;

    @Option(names = "--offers", paramLabel = "LIST", defaultValue = "control",
        description = "What the server can do beyond the vendor's: control (its state can be set), instant "
            + "(transitions take no time), or nothing. What needs more is skipped. ${DEFAULT-VALUE} unless said "
            + "otherwise.")
    private String offers;

    @Option(names = "--report", paramLabel = "FOLDER", defaultValue = "conformance",
        description = "Where the report goes, for people (report.html) and for CI (junit.xml); ${DEFAULT-VALUE} "
            + "unless said otherwise.")
    private String report;

    @Option(names = "--only", paramLabel = "TEXT", defaultValue = "", description = "Only cases with this in their name.")
    private String only;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help message and exit.")
    private boolean help;

    @Override
    public Integer call() {
        awaitConnection(address());
        return Main.run(List.of("--endpoint", endpoint, "--offers", offers, "--report", report, "--only", only),
            System.out);
    }

    private URI address() {
        try {
            URI address = URI.create(endpoint);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // No address at all.
        }
        throw new ParameterException(command.commandLine(),
            "--endpoint " + endpoint + ": it is an address like http://127.0.0.1:8080");
    }

    /** One sentence instead of a failure of each case. */
    private void awaitConnection(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(),
                address.getPort() < 0 ? usual : address.getPort()), PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new Failure("nothing answers at " + endpoint + ": " + e.getMessage(), e);
        }
    }
}
