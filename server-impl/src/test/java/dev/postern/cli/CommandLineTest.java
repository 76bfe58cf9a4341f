package dev.postern.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the command line says to options that make no sense. */
class CommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--port 70000 | a port is a number from 0 to 65535",
        "--port x | a port is a number from 0 to 65535",
        "--transition-time soon | a time is a number with a unit",
        "--transition-time -3s | a time is a number with a unit",
        "--seed nowhere.yaml | there is no such file",
        "--database-url jdbc:mysql://x | it must begin with jdbc:postgresql:",
        "--data-dir a --database-url jdbc:postgresql://x | exclude each other",
        "--nonsense | there is no option --nonsense"})
    void saysWhatIsWrongAndWhatWouldBeRight(String line, String words) {
        StringWriter errors = new StringWriter();
        int status = Cli.commandLine().setErr(new PrintWriter(errors)).execute(Cli.withCommand(line.split(" ")));
        assertEquals(2, status);
        assertTrue(errors.toString().contains(words), errors.toString());
    }

    @Test
    void refusesASeedWithThePlaceAndTheReason(@TempDir Path folder) throws IOException {
        Path seed = Files.writeString(folder.resolve("seed.yaml"),
            "gateways:\n  - {id: g, project_id: p, instance_name: n, apis: [{id: a, group_id: x, name: n, req_uri: /}]}\n");
        StringWriter errors = new StringWriter();
        int status = Cli.commandLine().setErr(new PrintWriter(errors))
            .execute("serve", "--port", "0", "--seed", seed.toString());
        assertEquals(2, status);
        assertTrue(errors.toString().contains("gateways[0].apis[0].group_id: there is no API group x"), errors.toString());
    }

    @Test
    void helpsAndTellsItsVersion() {
        StringWriter out = new StringWriter();
        assertEquals(0, Cli.commandLine().setOut(new PrintWriter(out)).execute("serve", "--help"));
        assertTrue(out.toString().contains("--transition-time") && out.toString().contains("POSTERN_PORT"), out.toString());
        assertEquals(0, Cli.commandLine().setOut(new PrintWriter(out)).execute("--version"));
    }
}
