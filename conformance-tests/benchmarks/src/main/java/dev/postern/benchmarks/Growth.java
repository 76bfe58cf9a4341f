package dev.postern.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** A server on a folder; the gateways are written to its database while it is stopped, as copies of the first. */
    private static Server server(int gateways) throws Exception {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/benchmarks")).toAbsolutePath(), "many");
        Server.Command command = Servers.postern("Postern with " + gateways, System.getProperty("java.home"),
            "-XX:TieredStopAtLevel=4", List.of("--data-dir", data.toString()));
        try (Server first = command.start()) {
            first.send(204, "PUT", "/_postern/state", Servers.state(1));
        }
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("postern")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", "", "");
                Statement statement = database.createStatement()) {
            String columns = columns(statement);
            statement.execute("insert into gateway (" + columns + ") select "
                + columns.replace("instance_name", "'gateway-' || lpad(x, 5, '0')").replace("create_time", "create_time + x")
                    .replaceFirst("\\bid\\b", "'many-' || lpad(x, 5, '0')")
                + " from gateway, system_range(1, " + (gateways - 1) + ")");
        }
        return command.start();
    }

    private static String columns(Statement statement) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select column_name from information_schema.columns "
                + "where table_name = 'gateway' and is_generated = 'NEVER' order by ordinal_position")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return String.join(", ", columns);
    }
}
