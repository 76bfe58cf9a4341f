package dev.postern.load;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Thirty-two clients that are after the same few names: some order explains everything that they were told. */
class ConcurrencyTest {

    private static final int CLIENTS = 32;

    @TempDir
    private Path folder;

    @Test
    void twoServersOnPostgreSql() {
        try (Postgres postgres = new Postgres(folder.resolve("postgres"))) {
            String url = postgres.newUrl();
            try (ServerProcess one = serve("--database-url", url); ServerProcess other = serve("--database-url", url)) {
                check("twoServersOnPostgreSql", List.of(one.endpoint(), other.endpoint()));
            }
        }
    }

    @Test
    void oneServerOnAFolder() {
        try (ServerProcess server = serve("--data-dir", folder.resolve("state").toString())) {
            check("oneServerOnAFolder", List.of(server.endpoint()));
        }
    }

    private static ServerProcess serve(String option, String value) {
        return ServerProcess.start(option, value, "--transition-time", "0s", "--gateways-per-project", "100");
    }

    private static void check(String test, List<URI> servers) {
        try (Crowd crowd = new Crowd(CLIENTS, Extent.seed(test), false, () -> servers)) {
            crowd.begin();
            for (int i = 0; i < Extent.of(15, 1000); i++) {
                crowd.look(crowd.round(2));
            }
            crowd.count();
            System.out.println(test + ": " + crowd.outcomes());
        }
    }
}
