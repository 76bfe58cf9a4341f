package dev.postern.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Postern with few and with many gateways in one project, taking turns. */
final class Growth {

    private static final int FEW = 100;
    private static final int MANY = 100_000;

    private final Report report;
    private final int rounds;
    private final int seconds;
    private final int warm;

    Growth(Report report, int rounds, int seconds, int warm) {
        this.report = report;
        this.rounds = rounds;
        this.seconds = seconds;
        this.warm = warm;
    }

    void run() throws Exception {
        report.table("Lists of one project with %,d and with %,d gateways, one request at a time".formatted(FEW, MANY),
            "", "p99 ms of few", "p99 ms of many", "ratio", "requests/s of few", "requests/s of many");
        List<Look> looks = List.of(
            new Look("page 1", gateways -> "limit=20"),
            new Look("last page", gateways -> "limit=20&offset=" + (gateways - 20)),
            new Look("by name, one match", gateways -> "instance_name=gateway-00042"),
            new Look("by name, all match", gateways -> "instance_name=gateway&limit=20"),
            new Look("by id", gateways -> "instance_id=many-00042"));
        try (Server few = server(FEW); Server many = server(MANY)) {
            // All of them first: what one server still compiles would disturb the other on the same core.
            for (Look look : looks) {
                load(few, look, FEW, Math.max(1, warm / looks.size()));
                load(many, look, MANY, Math.max(1, warm / looks.size()));
            }
            for (Look look : looks) {
                compare(look, few, many);
            }
        }
    }

    /** One way to look at the list; the query depends on how many gateways there are. */
    private record Look(String name, IntFunction<String> query) {
    }

    private static Wrk.Round load(Server server, Look look, int gateways, int seconds) throws IOException, InterruptedException {
        return Wrk.load(server.url() + "/v2/p/apigw/instances?" + look.query().apply(gateways), 1, seconds, null);
    }

    private void compare(Look look, Server few, Server many) throws IOException, InterruptedException {
        Map<Server, List<Wrk.Round>> seen = new LinkedHashMap<>(Map.of(few, new ArrayList<>(), many, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            seen.get(few).add(load(few, look, FEW, seconds));
            seen.get(many).add(load(many, look, MANY, seconds));
        }
        double fewP99 = Report.median(seen.get(few).stream().map(Wrk.Round::p99).toList());
        double manyP99 = Report.median(seen.get(many).stream().map(Wrk.Round::p99).toList());
        report.row(look.name(), fewP99, manyP99, manyP99 / fewP99,
            Report.median(seen.get(few).stream().map(Wrk.Round::perSecond).toList()),
            Report.median(seen.get(many).stream().map(Wrk.Round::perSecond).toList()));
    }

    /** A server on a folder, with as many gateways as its state is given. */
    private static Server server(int gateways) throws Exception {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/benchmarks")).toAbsolutePath(), "many");
        Server server = Servers.postern("Postern with " + gateways, System.getProperty("java.home"),
            "-XX:TieredStopAtLevel=4", List.of("--data-dir", data.toString())).start();
        server.send(204, "PUT", "/_postern/state", IntStream.range(0, gateways)
            .mapToObj(i -> """
                {"id": "many-%1$05d", "project_id": "p", "instance_name": "gateway-%1$05d", "create_time": %2$d}"""
                .formatted(i, 1_790_000_000_000L + i))
            .collect(Collectors.joining(",", "{\"gateways\": [", "]}")));
        return server;
    }
}
