package dev.postern.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Postern with few and with many gateways in one project, taking turns. */
final class Growth {

    private static final int FEW = 100;
    private static final int MANY = 100_000;

    private final Report report;
    private final int rounds;
    private final int seconds;

    Growth(Report report, int rounds, int seconds) {
        this.report = report;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    void run() throws Exception {
        report.table("Lists of one project with %,d and with %,d gateways, one request at a time".formatted(FEW, MANY),
            "", "p99 ms of few", "p99 ms of many", "ratio", "requests/s of few", "requests/s of many");
        try (Server few = server(FEW); Server many = server(MANY)) {
            compare("page 1", few, "?limit=20", many, "?limit=20");
            compare("last page", few, "?limit=20&offset=" + (FEW - 20), many, "?limit=20&offset=" + (MANY - 20));
            compare("by name, one match", few, "?instance_name=gateway-00042", many, "?instance_name=gateway-00042");
            compare("by name, all match", few, "?instance_name=gateway&limit=20", many, "?instance_name=gateway&limit=20");
            compare("by id", few, "?instance_id=many-00042", many, "?instance_id=many-00042");
        }
    }

    private void compare(String name, Server few, String fewQuery, Server many, String manyQuery)
            throws IOException, InterruptedException {
        Map<Server, List<Wrk.Round>> seen = new LinkedHashMap<>(Map.of(few, new ArrayList<>(), many, new ArrayList<>()));
        for (int round = -1; round < rounds; round++) {
            for (Server server : List.of(few, many)) {
                Wrk.Round result = Wrk.load(server.url() + "/v2/p/apigw/instances" + (server == few ? fewQuery : manyQuery),
                    1, seconds, null);
                if (round >= 0) {
                    seen.get(server).add(result);
                }
            }
        }
        double fewP99 = Report.median(seen.get(few).stream().map(Wrk.Round::p99).toList());
        double manyP99 = Report.median(seen.get(many).stream().map(Wrk.Round::p99).toList());
        report.row(name, fewP99, manyP99, manyP99 / fewP99,
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
