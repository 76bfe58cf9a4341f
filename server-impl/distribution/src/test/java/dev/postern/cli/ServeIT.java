package dev.postern.cli;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The packaged server: where it can stand, how it is configured, what it says and how it stops. */
class ServeIT {

    private static final String GATEWAY = """
        {"instance_name":"kept","spec_id":"BASIC","available_zone_ids":["az1"],\
        "vpc_id":"vpc-1","subnet_id":"subnet-1","security_group_id":"group-1"}""";

    @TempDir
    static Path folder;

    private static Unpacked unpacked;
    private static Path executable;

    @BeforeAll
    static void unpack() throws IOException {
        unpacked = Unpacked.in(folder);
        executable = unpacked.home().resolve("bin/postern");
    }

    @Test
    void keepsItsStateThroughSigtermAndRunsThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), executable);
        Path state = folder.resolve("the state");
        try (Serving serving = new Serving(link, Map.of(), "serve", "--port", "0", "--data-dir", state.toString())) {
            assertEquals(202, serving.post(Serving.GATEWAYS, GATEWAY).statusCode());
            serving.terminate();
            assertEquals(143, serving.status());
        }
        try (Serving serving = new Serving(executable, Map.of("POSTERN_PORT", "0", "POSTERN_DATA_DIR",
            state.toString()))) {
            assertTrue(serving.get(Serving.GATEWAYS).body().contains("\"instance_name\":\"kept\""));
            Unpacked.Ended second = unpacked.run(Map.of(), "--port", "0", "--data-dir", state.toString());
            assertEquals(1, second.status());
            assertTrue(second.err().contains("another process keeps its state there"), second.err());
        }
    }

    @Test
    void finishesTheRequestInFlightAndTakesNoNewOne() throws Exception {
        try (Serving serving = new Serving(executable, Map.of(), "--port", "0");
             Socket slow = new Socket("127.0.0.1", serving.endpoint().getPort())) {
            slow.setSoTimeout(20_000);
            send(slow, "POST " + Serving.GATEWAYS + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: any\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + GATEWAY.length() + "\r\n\r\n"
                + GATEWAY.substring(0, 10));
            assertEquals(200, serving.get(Serving.GATEWAYS).statusCode());
            serving.terminate();
            awaitRefusal(serving.endpoint().getPort());
            send(slow, GATEWAY.substring(10));
            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 202 "), answer);
            assertEquals(143, serving.status());
        }
    }

    @Test
    void givesEachAnswerAnIdThatTheLogTells() throws Exception {
        try (Serving serving = new Serving(executable, Map.of("POSTERN_LOG_FORMAT", "json"),
            "--port", "0", "--log-level", "debug")) {
            String sent = "0123456789abcdef0123456789abcdef";
            HttpResponse<String> echoed = serving.get(Serving.GATEWAYS + "?name=in-the-query", "X-Request-Id", sent);
            assertEquals(sent, echoed.headers().firstValue("X-Request-Id").orElseThrow());
            for (String path : new String[] {"/nowhere", "/_postern/state", "/_postern/nowhere",
                Serving.GATEWAYS + "/nope"}) {
                HttpResponse<String> answer = serving.get(path, "X-Request-Id", "not sane");
                String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
                assertTrue(id.matches("[0-9a-f]{32}"), id);
                assertTrue(serving.log().contains("\"path\":\"" + path + "\",\"status\":" + answer.statusCode()),
                    serving.log());
                assertTrue(serving.log().contains("\"request_id\":\"" + id + "\""), serving.log());
            }
            assertTrue(serving.log().lines().allMatch(line -> line.startsWith("{") && line.endsWith("}")));
            assertFalse(serving.log().contains("a-secret-token") || serving.log().contains("in-the-query"));
        }
    }

    @Test
    void givesAnIdToWhatIsNoRequest() throws Exception {
        try (Serving serving = new Serving(executable, Map.of(), "--port", "0")) {
            HttpResponse<String> tooLong = serving.get(Serving.GATEWAYS, "X-Long", "a".repeat(40_000));
            assertEquals(413, tooLong.statusCode());
            assertTrue(tooLong.headers().firstValue("X-Request-Id").isPresent());
        }
    }

    @Test
    void takesSettingsFromAFileTheEnvironmentAndOptionsInThisOrder() throws Exception {
        Path file = Files.writeString(folder.resolve("config.yaml"),
            "postern: {port: 70000, transition-time: soon, data-dir: '" + folder.resolve("of the file") + "'}");
        try (Serving serving = new Serving(executable,
            Map.of("POSTERN_TRANSITION_TIME", "0s", "POSTERN_PORT", "80000"),
            "--config", file.toString(), "--port", "0")) {
            assertEquals(200, serving.get(Serving.GATEWAYS).statusCode());
            assertTrue(Files.isDirectory(folder.resolve("of the file")));
        }
        Unpacked.Ended ended = unpacked.run(Map.of("POSTERN_TRANSITION_TIME", "0s"), "--config", file.toString());
        assertEquals(2, ended.status());
        assertTrue(ended.err().startsWith("postern: the configuration's postern.port 70000: a port is"), ended.err());
    }

    @Test
    void startsFromAnArchiveOfItsOwn() throws Exception {
        Unpacked.Ended made = unpacked.run(Map.of(), "archive");
        assertEquals(0, made.status(), made.err());
        Path archive = Path.of(made.out().substring(made.out().indexOf(unpacked.home().toString())).trim());
        assertTrue(Files.size(archive) > 10_000_000);
        try (Serving serving = new Serving(executable, Map.of("POSTERN_ARCHIVE", "on"), "--port", "0")) {
            assertEquals(200, serving.get(Serving.GATEWAYS).statusCode());
            assertTrue(given(archive), "the archive is not used");
        }
        archive.toFile().setWritable(true);
        Files.writeString(archive, "this is no archive");
        Unpacked.Ended spoilt = unpacked.run(Map.of("POSTERN_ARCHIVE", "on"), "--version");
        assertEquals("", spoilt.err());
        assertTrue(spoilt.out().startsWith("postern "), spoilt.out());
        assertEquals(0, spoilt.status());
    }

    private static boolean given(Path archive) {
        return ProcessHandle.current().children().flatMap(child -> Stream.of(child.info().arguments().orElseThrow()))
            .anyMatch(argument -> argument.endsWith("=" + archive));
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void awaitRefusal(int port) throws Exception {
        for (int i = 0; i < 100; i++) {
            try (Socket another = new Socket("127.0.0.1", port)) {
                Thread.sleep(50);
            } catch (ConnectException e) {
                return;
            }
        }
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port).close());
    }
}
