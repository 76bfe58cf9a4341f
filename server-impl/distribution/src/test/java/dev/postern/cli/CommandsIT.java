package dev.postern.cli;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the packaged commands print, and what they say of command lines that make no sense. */
class CommandsIT {

    @TempDir
    static Path folder;

    private static Unpacked unpacked;

    @BeforeAll
    static void unpack() throws IOException {
        unpacked = Unpacked.in(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        serv                              | there is no command serv; did you mean serve?
        frobnicate                        | there is no command frobnicate; there are
        serve --prot 1                    | there is no option --prot; did you mean --port?
        serve extra                       | there is no argument extra
        --port                            | Missing required parameter for option '--port' (PORT)
        --port abc                        | --port abc: a port is a number from 0 to 65535
        --port 65536                      | --port 65536: a port is a number from 0 to 65535
        --host no.such.host.invalid       | --host no.such.host.invalid: there is no such address
        --seed /nope                      | --seed /nope: there is no such file
        --config /nope                    | --config /nope: there is no such file
        --auth closed                     | --auth closed: it is one of open, strict
        --log-level loud                  | --log-level loud: it is one of error, warn, info, debug
        --log-format xml                  | --log-format xml: it is one of text, json
        --transition-time soon            | --transition-time soon: a time is a number with a unit
        --transition-time -1s             | --transition-time -1s: a time is a number with a unit
        --gateways-per-project many       | --gateways-per-project many: it is a number from 0
        --data-dir /dev/null/x            | --data-dir /dev/null/x: the folder cannot be made
        --database-url jdbc:x:secret      | --database-url …: it must begin with jdbc:postgresql:
        --data-dir a --database-url b     | --data-dir and --database-url exclude each other
        env --shell fish                  | --shell fish: it is one of sh, powershell, json, terraform
        env --endpoint here               | --endpoint here: it is an address like http://127.0.0.1:8080
        verify --endpoint here            | --endpoint here: it is an address like http://127.0.0.1:8080
        spec nope                         | there is no description nope; there are apig
        spec apig --output /nope/x        | --output /nope/x: the file cannot be written
        """)
    void saysWhatIsWrongAndWhatWouldBeRight(String arguments, String message) throws Exception {
        Unpacked.Ended ended = unpacked.run(Map.of(), arguments.split(" "));
        assertTrue(ended.err().startsWith("postern: " + message), ended.err());
        assertTrue(ended.err().contains("--help'."), ended.err());
        assertEquals("", ended.out());
        assertEquals(2, ended.status());
    }

    @Test
    void saysWhichVariableIsWrong() throws Exception {
        Unpacked.Ended ended = unpacked.run(Map.of("POSTERN_PORT", "abc"));
        assertTrue(ended.err().startsWith("postern: POSTERN_PORT abc: a port is a number"), ended.err());
        assertEquals(2, ended.status());
    }

    @Test
    void helpNamesEveryOptionAndItsVariable() throws Exception {
        Unpacked.Ended ended = unpacked.run(Map.of(), "serve", "--help");
        for (String name : new String[] {"port", "host", "data-dir", "database-url", "seed", "auth", "admin-token",
            "transition-time", "gateways-per-project", "log-level", "log-format", "config"}) {
            assertTrue(ended.out().contains("--" + name + "="), name);
            assertTrue(ended.out().contains("POSTERN_" + name.toUpperCase().replace('-', '_')), name);
        }
        assertEquals(0, ended.status());
    }

    @Test
    void versionTellsTheBuildAndTheJava() throws Exception {
        Unpacked.Ended ended = unpacked.run(Map.of(), "--version");
        assertTrue(ended.out().matches("(?s)postern [0-9.]+\\S*\\nbuild   20\\S+Z\\njava    "
            + Runtime.version().feature() + "\\..*"), ended.out());
    }

    @Test
    void envSurvivesTheShellThatReadsIt() throws Exception {
        String secret = "it's $HOME `id` \"x\"";
        Path script = Files.writeString(folder.resolve("env.sh"),
            "eval \"$('" + unpacked.home().resolve("bin/postern") + "' env --secret-key \"$1\" --endpoint "
                + "http://localhost:9090/)\" && printf '%s\\n' \"$HW_SECRET_KEY\" \"$HW_AUTH_URL\" "
                + "\"$HUAWEICLOUD_SDK_REGION_APIG_LOCAL_1\"");
        Path out = folder.resolve("env.out");
        assertEquals(0, Unpacked.start(Path.of("/bin/sh"), Map.of(), out, folder.resolve("env.err"),
            script.toString(), secret).waitFor());
        assertEquals(secret + "\nhttp://localhost:9090/v3\nhttp://localhost:9090\n", Files.readString(out));
    }

    @Test
    void verifyFailsWhenAnAnswerDiffersOrThereIsNone() throws Exception {
        Path report = folder.resolve("report");
        try (Serving serving = new Serving(unpacked.home().resolve("bin/postern"), Map.of(), "--port", "0",
            "--transition-time", "0s")) {
            String[] verify = {"verify", "--endpoint", serving.endpoint().toString(), "--report", report.toString(),
                "--offers", "control,instant", "--only", "showDetailsOfInstanceV2"};
            Unpacked.Ended good = unpacked.run(Map.of(), verify);
            assertTrue(good.out().contains(" 0 failed, "), good.out());
            assertEquals(0, good.status());
            assertTrue(Files.exists(report.resolve("report.html")));
        }
        HttpServer stub = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        stub.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        stub.start();
        String endpoint = "http://127.0.0.1:" + stub.getAddress().getPort();
        try {
            Unpacked.Ended bad = unpacked.run(Map.of(), "verify", "--endpoint", endpoint, "--report",
                report.toString(), "--offers", "nothing", "--only", "listInstancesV2");
            assertTrue(bad.out().contains("FAILED  "), bad.out());
            assertEquals(1, bad.status());
        } finally {
            stub.stop(0);
        }
        Unpacked.Ended none = unpacked.run(Map.of("POSTERN_ENDPOINT", endpoint), "verify");
        assertTrue(none.err().startsWith("postern: nothing answers at " + endpoint), none.err());
        assertEquals(1, none.status());
    }

    @Test
    void specGivesTheBundleAsItIs() throws Exception {
        assertTrue(unpacked.run(Map.of(), "spec").out().contains("secmaster  "));
        Path file = folder.resolve("apig.yaml");
        assertEquals(0, unpacked.run(Map.of(), "spec", "apig", "-o", file.toString()).status());
        String printed = unpacked.run(Map.of(), "spec", "apig").out();
        assertEquals(Files.readString(file), printed);
        assertTrue(printed.startsWith("openapi: 3.0.3\n"), printed.substring(0, 40));
        assertFalse(printed.contains("$ref: ./"));
    }
}
