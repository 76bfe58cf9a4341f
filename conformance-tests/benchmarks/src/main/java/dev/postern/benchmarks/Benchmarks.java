package dev.postern.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Measures Postern beside others in one run, and prints what it saw. */
@Command(name = "benchmarks", description = "Measures Postern beside others in one run.", sortOptions = false)
public final class Benchmarks implements Callable<Integer> {

    /** What can be measured. */
    enum Work { LIST, CREATE, START, MEMORY, GROWTH, KIT }

    private static final String JAVA = System.getProperty("java.home");

    @Parameters(description = "What to measure: ${COMPLETION-CANDIDATES}; everything by default.")
    List<Work> works = List.of(Work.values());

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds of each server, taking turns; default ${DEFAULT-VALUE}.")
    int rounds;

    @Option(names = "--seconds", defaultValue = "5", description = "Seconds of a round; default ${DEFAULT-VALUE}.")
    int seconds;

    @Option(names = "--warm", defaultValue = "120", description = "Seconds of load before the first; default ${DEFAULT-VALUE}.")
    int warm;

    @Option(names = "--jdk", defaultValue = "", description = "Home of another JDK, to measure starts on, too.")
    String otherJdk;

    @Option(names = "--connections", defaultValue = "16", description = "Requests under way at once; default ${DEFAULT-VALUE}.")
    int connections;

    private final Report report = new Report();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        for (String tool : List.of("wrk", "taskset", "unzip", "node")) {
            if (Stream.of(System.getenv("PATH").split(":")).noneMatch(folder -> Files.isExecutable(Path.of(folder, tool)))) {
                System.err.println(tool + " is needed and not on the PATH, see README.md");
                return 2;
            }
        }
        report.line("# Benchmarks");
        report.line("");
        report.line("%s, %s %s, %d cores, load %s at the start; %d rounds of %d s each, after %d s to warm up.".formatted(
            System.getProperty("os.name"), "JDK", System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors(), Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
            rounds, seconds, warm));
        for (Work work : works) {
            switch (work) {
                case LIST -> list();
                case CREATE -> create();
                case START -> starts();
                case MEMORY -> memory();
                case GROWTH -> new Growth(report, rounds, seconds, warm).run();
                case KIT -> kit();
            }
        }
        return 0;
    }

    private Server.Command postern(String... options) throws IOException, InterruptedException {
        return Servers.postern("Postern", JAVA, "-XX:TieredStopAtLevel=4", List.of(options));
    }

    private static Server.Command packaged() throws IOException, InterruptedException {
        return Servers.postern("Postern as packaged", JAVA, "", List.of());
    }

    /** The list as Postern gives it: the others serve these bytes. */
    private byte[] listBytes() throws Exception {
        try (Server postern = postern().start()) {
            postern.send(204, "PUT", "/_postern/state", Servers.state(20));
            return postern.send(200, "GET", Servers.LIST, "").getBytes(StandardCharsets.UTF_8);
        }
    }

    private void list() throws Exception {
        byte[] bytes = listBytes();
        try (Server postern = postern().start(); Server prism = Servers.prism(bytes).start();
                Server wireMock = Servers.wireMock(bytes).start(); Server forgetful = Servers.forgetfulWireMock(bytes).start();
                Server netty = Servers.bareNetty(bytes).start()) {
            compare("List 20 gateways (" + bytes.length + " bytes), token checked, from the database", Servers.LIST, null,
                Servers.state(20), postern, prism, wireMock, forgetful, netty);
        }
    }

    private void create() throws Exception {
        Path script = Files.writeString(Path.of("target/benchmarks/create.lua"), """
            counter = 0
            start = os.time()
            request = function()
              counter = counter + 1
              local path = string.format("/v2/p/apigw/instances/g%03d/throttles", counter % 1000)
              return wrk.format("POST", path, {["X-Auth-Token"] = "a-token", ["Content-Type"] = "application/json"},
                string.format('{"name": "throttle_%d_%d", "time_unit": "SECOND", "time_interval": 1, '
                  .. '"api_call_limits": 100, "type": 1, "remark": "a policy"}', start, counter))
            end
            """);
        byte[] bytes = listBytes();
        Path data = Files.createTempDirectory(Path.of("target/benchmarks").toAbsolutePath(), "data");
        try (Server postern = postern("--data-dir", data.toString()).start(); Server prism = Servers.prism(bytes).start()) {
            compare("Create a throttling policy in one of 1,000 gateways, validated, committed to disk", Servers.THROTTLES,
                script.toString(), Servers.state(1000), postern, prism);
        }
    }

    /**
     * All in turns; ratios are Postern's rate over that of the other. Postern, the first, gets the state anew for each
     * round: the others keep nothing, and what it made while it warmed up would be more than anybody has.
     */
    private void compare(String title, String path, String script, String state, Server... servers) throws Exception {
        Map<Server, List<Wrk.Round>> seen = new LinkedHashMap<>();
        servers[0].send(204, "PUT", "/_postern/state", state);
        for (Server server : servers) {
            System.out.println("warming " + server.name());
            Wrk.load(server.url() + path, connections, warm, script);
            seen.put(server, new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            System.out.println("round " + (round + 1) + " of " + rounds);
            servers[0].send(204, "PUT", "/_postern/state", state);
            for (Server server : servers) {
                seen.get(server).add(Wrk.load(server.url() + path, connections, seconds, script));
            }
        }
        double own = rate(seen.get(servers[0]));
        report.table(title, "", "requests/s (median)", "p99 ms (median)", "Postern's rate in times of it");
        for (var entry : seen.entrySet()) {
            report.row(entry.getKey().name(), rate(entry.getValue()),
                Report.median(entry.getValue().stream().map(Wrk.Round::p99).toList()), own / rate(entry.getValue()));
        }
    }

    private static double rate(List<Wrk.Round> rounds) {
        return Report.median(rounds.stream().map(Wrk.Round::perSecond).toList());
    }

    private void starts() throws Exception {
        byte[] bytes = listBytes();
        List<Server.Command> commands = new ArrayList<>(List.of(
            Servers.postern("Postern, this JDK", JAVA, "", List.of()), Servers.prism(bytes), Servers.wireMock(bytes)));
        if (!otherJdk.isEmpty()) {
            commands.add(1, Servers.postern("Postern, " + Path.of(otherJdk).getFileName(), otherJdk, "", List.of()));
        }
        // The first start of Postern leaves an archive of classes behind for the next ones.
        for (Server.Command command : commands) {
            command.startOnAllCores().close();
        }
        TimeUnit.SECONDS.sleep(40);
        Map<String, List<Double>> seen = new LinkedHashMap<>();
        for (int round = 0; round < rounds * 2; round++) {
            for (Server.Command command : commands) {
                try (Server server = command.startOnAllCores()) {
                    seen.computeIfAbsent(command.name(), name -> new ArrayList<>()).add(server.millisToFirstAnswer());
                }
            }
        }
        double own = Report.median(seen.get(commands.get(0).name()));
        report.table("From the start of the process to the first answer", "", "ms (median of " + rounds * 2 + ")", "least ms",
            "in times of Postern's");
        for (var entry : seen.entrySet()) {
            report.row(entry.getKey(), Report.median(entry.getValue()), entry.getValue().stream().min(Double::compare).get(),
                Report.median(entry.getValue()) / own);
        }
    }

    private void memory() throws Exception {
        byte[] bytes = listBytes();
        report.table("Resident memory after 100,000 requests for the list", "", "MB before", "MB after");
        for (Server.Command command : List.of(
                packaged(), postern(), Servers.wireMock(bytes),
                Servers.forgetfulWireMock(bytes))) {
            try (Server server = command.start()) {
                if (command.name().startsWith("Postern")) {
                    server.send(204, "PUT", "/_postern/state", Servers.state(20));
                }
                long before = server.residentMegabytes();
                for (double sent = 0; sent < 100_000; ) {
                    sent += Wrk.load(server.url() + Servers.LIST, connections, seconds, null).perSecond() * seconds;
                }
                report.row(command.name(), before, server.residentMegabytes());
            }
        }
    }

    private void kit() throws Exception {
        report.table("The whole contract kit", "", "s");
        try (Server postern = packaged().startOnAllCores()) {
            List<String> words = Servers.verify(postern.url());
            long start = System.nanoTime();
            int status = new ProcessBuilder(words).inheritIO().start().waitFor();
            report.row(status == 0 ? "all passed" : "exit status " + status, (System.nanoTime() - start) / 1e9);
        }
    }
}
