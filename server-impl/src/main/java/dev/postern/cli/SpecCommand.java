package dev.postern.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/** Prints or writes a bundled description. */
@Command(name = "spec", mixinStandardHelpOptions = true, versionProvider = Version.class,
    description = "Print a description that the server was made from, as one OpenAPI file; without a name, list them.",
    footerHeading = "%nExamples:%n",
    footer = {"  postern spec", "  postern spec apig > apig.yaml", "  postern spec apig --output apig.yaml"})
final class SpecCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which, e.g. apig.")
    private String name;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write it to a file instead.")
    private String output;

    @Override
    public Integer call() throws IOException {
        Map<String, String> descriptions = Bundles.read();
        if (name == null) {
            if (output != null) {
                throw wrong("--output needs a name: " + String.join(", ", descriptions.keySet()));
            }
            list(descriptions);
            return 0;
        }
        String description = descriptions.get(name);
        if (description == null) {
            throw wrong("there is no description " + name + "; there are " + String.join(", ", descriptions.keySet()));
        }
        if (output == null) {
            System.out.writeBytes(description.getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        } else {
            write(description);
        }
        return 0;
    }

    private void list(Map<String, String> descriptions) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        for (Map.Entry<String, String> each : descriptions.entrySet()) {
            JsonNode description = new YAMLMapper().readTree(each.getValue());
            out.printf("%-10s %s, version %s%n", each.getKey(), description.at("/info/title").asText(),
                description.at("/info/version").asText());
        }
        out.flush();
    }

    private void write(String description) {
        try {
            Files.writeString(Path.of(output), description);
        } catch (IOException | InvalidPathException e) {
            throw wrong("--output " + output + ": the file cannot be written");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
