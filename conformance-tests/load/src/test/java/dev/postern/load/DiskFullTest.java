package dev.postern.load;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** There is no space any more for the file of a folder: everybody is told, and what was acknowledged is there afterwards. */
class DiskFullTest {

    @TempDir
    private Path folder;

    private final Http http = new Http();
    private ServerProcess server;

    @Test
    void keepsWhatItAcknowledged() throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, "prlimit"))),
            "prlimit, which takes the space away, is not on the PATH");
        Random random = new Random(Extent.seed("keepsWhatItAcknowledged"));
        start();
        try (Crowd crowd = new Crowd(16, random.nextLong(), true, () -> List.of(server.endpoint()))) {
            crowd.begin();
            for (int i = 0; i < Extent.of(2, 20); i++) {
                crowd.look(crowd.round(3));
                limitFiles(String.valueOf(Files.size(folder.resolve("postern.mv.db")) - random.nextInt(8192)));
                List<Call> calls = crowd.round(1000);
                assertTrue(calls.stream().anyMatch(call -> !call.isAnswered()), "nobody noticed");
                awaitTheEnd();
                limitFiles("unlimited");
                staysSo();
                assertEquals(200, http.send("GET", server.endpoint(), "/_postern/health", null).status());
                assertFalse(server.log().contains("\tat dev.postern"), server::log);
                server.kill();
                start();
                crowd.look(calls);
            }
            System.out.println(crowd.outcomes());
        } finally {
            server.close();
        }
    }

    private void start() {
        server = ServerProcess.start("--transition-time", "0s", "--gateways-per-project", "100", "--data-dir", folder.toString());
    }

    /** Has no file that the server writes get longer than that, in bytes. */
    private void limitFiles(String bytes) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("prlimit", "--pid", String.valueOf(server.pid()), "--fsize=" + bytes + ":unlimited")
            .inheritIO().start().waitFor());
    }

    /** Until the server has given up, and says so. */
    private void awaitTheEnd() throws Exception {
        server.await(() -> http.send("GET", server.endpoint(), "/_postern/readiness", null).status() == 503
            && server.log().contains("could not be written: File too large; when it can, start Postern again"), "it says nothing");
    }

    /** Even where H2 could go on: it has lost what was never written. */
    private void staysSo() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertEquals(500, http.send("GET", server.endpoint(), Deed.IN_GATEWAY + "throttles", null).status());
            assertEquals(503, http.send("GET", server.endpoint(), "/_postern/readiness", null).status());
            ServerProcess.pause(50);
        }
    }
}
