package dev.postern.load;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A server that is killed at any moment keeps what it acknowledged, and nothing by halves. */
class DurabilityTest {

    private static final int CLIENTS = 8;
    private static final String[] SETTINGS = {"--transition-time", "0s", "--gateways-per-project", "100"};

    @TempDir
    private Path folder;

    private final Http http = new Http();
    private volatile ServerProcess server;
    private volatile boolean alive;

    @Test
    void onAFolder() {
        Random random = new Random(Extent.seed("onAFolder"));
        keepsWhatItAcknowledged(random, Extent.of(2, 50), "--data-dir", folder.resolve("state").toString());
    }

    @Test
    void onPostgreSql() {
        Random random = new Random(Extent.seed("onPostgreSql"));
        try (Postgres postgres = new Postgres(folder.resolve("postgres"))) {
            keepsWhatItAcknowledged(random, Extent.of(2, 50), "--database-url", postgres.newUrl());
        }
    }

    @Test
    void onAFolderWhileItStartsForTheFirstTime() throws IOException {
        Random random = new Random(Extent.seed("onAFolderWhileItStartsForTheFirstTime"));
        for (int i = 0; i < Extent.of(1, 25); i++) {
            startsAllTheSame(random, "--data-dir", folder.resolve("state" + i).toString());
        }
    }

    @Test
    void onPostgreSqlWhileItStartsForTheFirstTime() throws IOException {
        Random random = new Random(Extent.seed("onPostgreSqlWhileItStartsForTheFirstTime"));
        try (Postgres postgres = new Postgres(folder.resolve("postgres"))) {
            for (int i = 0; i < Extent.of(1, 25); i++) {
                startsAllTheSame(random, "--database-url", postgres.newUrl());
            }
        }
    }

    private void keepsWhatItAcknowledged(Random random, int kills, String option, String value) {
        start(option, value);
        try (Crowd crowd = new Crowd(CLIENTS, random.nextLong(), true,
            () -> alive ? List.of(server.endpoint()) : List.<URI>of())) {
            crowd.begin();
            for (int kill = 0; kill < kills; kill++) {
                CompletableFuture<Void> killed = killAfter(crowd, random.nextInt(150), random.nextInt(30));
                List<Call> calls = crowd.round(4);
                while (alive && crowd.lookIfItLives(calls)) {
                    calls = crowd.round(4);
                }
                killed.join();
                if (random.nextInt(3) == 0) {
                    killWhileItStarts(random, option, value);
                }
                start(option, value);
                crowd.look(calls);
            }
            takesItsOwnState();
            System.out.println(crowd.outcomes());
        } finally {
            server.close();
        }
    }

    private void start(String option, String value) {
        server = ServerProcess.start(SETTINGS[0], SETTINGS[1], SETTINGS[2], SETTINGS[3], option, value);
        alive = true;
    }

    /** Kills the server some milliseconds after it gave some answers, so that it is doing something then. */
    private CompletableFuture<Void> killAfter(Crowd crowd, int answers, int millis) {
        int enough = crowd.answers() + answers;
        return CompletableFuture.runAsync(() -> {
            while (crowd.answers() < enough) {
                ServerProcess.pause(1);
            }
            ServerProcess.pause(millis);
            alive = false;
            server.kill();
        });
    }

    private static void killWhileItStarts(Random random, String... options) {
        try (ServerProcess starting = ServerProcess.begin(options)) {
            ServerProcess.pause(random.nextInt(3000));
        }
    }

    /** What it shows can be put back, so nothing refers to what is not there. */
    private void takesItsOwnState() {
        String state = http.order("GET", server.endpoint(), "/_postern/state", null).text();
        http.order("PUT", server.endpoint(), "/_postern/state", state);
        assertEquals(state, http.order("GET", server.endpoint(), "/_postern/state", null).text());
    }

    /** Kills a server that makes its tables and plants a seed, some times, and wants all of the seed in the end. */
    private void startsAllTheSame(Random random, String option, String value) throws IOException {
        Path seed = Files.writeString(folder.resolve("seed.yaml"), World.SEED);
        for (int i = 0; i < 2; i++) {
            killBeforeItIsReady(random, option, value, "--seed", seed.toString());
        }
        try (ServerProcess started = ServerProcess.start(option, value, "--seed", seed.toString())) {
            server = started;
            World world = World.of(http.order("GET", started.endpoint(), "/_postern/state", null).json());
            assertEquals(2, world.all(Kind.GATEWAY).count() + world.all(Kind.ENVIRONMENT).count(), world::toString);
            takesItsOwnState();
        }
    }

    /** Most of the start is not about the database, so the moment is looked for where it begins. */
    private static void killBeforeItIsReady(Random random, String... options) {
        try (ServerProcess starting = ServerProcess.begin(options)) {
            Path state = Path.of(options[1]);
            for (int i = 0; i < 500 && options[0].equals("--data-dir") && !Files.exists(state.resolve("postern.mv.db")); i++) {
                ServerProcess.pause(10);
            }
            ServerProcess.pause(options[0].equals("--data-dir") ? random.nextInt(1000) : 1000 + random.nextInt(3000));
        }
    }
}
