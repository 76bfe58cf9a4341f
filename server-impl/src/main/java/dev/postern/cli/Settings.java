package dev.postern.cli;

import dev.postern.data.DatabaseUrl;
import dev.postern.log.LogFormat;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What serve was told, by options, the environment and the configuration file, in this order. */
final class Settings {

    private static final String PREFIX = "postern.";
    private static final List<String> SECRET = List.of("admin-token", "database-url");
    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug");

    private final CommandSpec command;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final Map<String, String> source = new HashMap<>();
    private ApplicationContext context;

    Settings(CommandSpec command) {
        this.command = command;
        for (OptionSpec option : command.options()) {
            String name = option.longestName().substring("--".length());
            String variable = "POSTERN_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
            String inEnvironment = System.getenv(variable);
            if (command.commandLine().getParseResult().hasMatchedOption(option.longestName())) {
                given.put(name, option.getValue().toString());
                source.put(name, "--" + name);
            } else if (inEnvironment != null && !inEnvironment.isEmpty()) {
                given.put(name, inEnvironment);
                source.put(name, variable);
            }
        }
    }

    /** The options and the environment as properties. */
    Map<String, Object> given() {
        Map<String, Object> properties = new HashMap<>();
        given.forEach((name, value) -> properties.put(PREFIX + name, value));
        return properties;
    }

    /** Has the file of --config read. */
    void useConfigurationFile() {
        String file = given.get("config");
        if (file != null) {
            if (!readable(file)) {
                throw wrong("config", "there is no such file, or it cannot be read");
            }
            System.setProperty("micronaut.config.files", file);
        }
    }

    /** Refuses what makes no sense, wherever it was said; gives the properties that follow from the rest. */
    Map<String, Object> check(ApplicationContext running) {
        context = running;
        Map<String, Object> derived = new HashMap<>();
        if (port() == 0) {
            derived.put("micronaut.server.port", -1);
        }
        checkHost();
        String folder = value("data-dir");
        String url = value("database-url");
        if (folder != null && url != null) {
            throw wrong(sourceOf("data-dir") + " and " + sourceOf("database-url")
                + " exclude each other: the state is in one place");
        }
        if (folder != null) {
            derived.put(PREFIX + "database-url", DatabaseUrl.inFolder(made(folder)));
        } else if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw wrong("database-url", "it must begin with jdbc:postgresql:");
        }
        if (value("seed") != null && !readable(value("seed"))) {
            throw wrong("seed", "there is no such file, or it cannot be read");
        }
        checkOneOf("auth", List.of("open", "strict"));
        checkOneOf("log-level", LEVELS);
        checkOneOf("log-format", List.of("text", "json"));
        checkTransitionTime();
        checkGateways();
        return derived;
    }

    Path seed() {
        return value("seed") == null ? null : Path.of(value("seed"));
    }

    String logLevel() {
        return value("log-level") == null ? "info" : value("log-level");
    }

    LogFormat logFormat() {
        return "json".equals(value("log-format")) ? LogFormat.JSON : LogFormat.TEXT;
    }

    /** A setting as it was said, for people; never a secret. */
    String describe(String name) {
        String value = value(name);
        return value == null ? name : sourceOf(name) + " " + (SECRET.contains(name) ? "…" : value);
    }

    private int port() {
        try {
            int port = Integer.parseInt(value("port"));
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // No number either.
        }
        throw wrong("port", "a port is a number from 0 to 65535");
    }

    private void checkHost() {
        try {
            InetAddress.getByName(value("host"));
        } catch (UnknownHostException e) {
            throw wrong("host", "there is no such address, e.g. 127.0.0.1 for this machine or 0.0.0.0 for the network");
        }
    }

    private void checkOneOf(String name, List<String> values) {
        if (value(name) != null && !values.contains(value(name))) {
            throw wrong(name, "it is one of " + String.join(", ", values));
        }
    }

    private void checkTransitionTime() {
        ConversionService.SHARED.convert(value("transition-time"), Duration.class)
            .filter(time -> !time.isNegative())
            .orElseThrow(() -> wrong("transition-time", "a time is a number with a unit, e.g. 0s, 500ms, 2s, 5m"));
    }

    private void checkGateways() {
        String number = value("gateways-per-project");
        if (!number.matches("[0-9]{1,9}")) {
            throw wrong("gateways-per-project", "it is a number from 0 to 999999999");
        }
    }

    private Path made(String folder) {
        try {
            return Files.createDirectories(Path.of(folder));
        } catch (IOException | InvalidPathException e) {
            throw wrong("data-dir", "the folder cannot be made");
        }
    }

    private static boolean readable(String file) {
        return Files.isReadable(Path.of(file)) && Files.isRegularFile(Path.of(file));
    }

    private String value(String name) {
        return context == null ? given.get(name) : context.getProperty(PREFIX + name, String.class).orElse(null);
    }

    private String sourceOf(String name) {
        return source.getOrDefault(name, "the configuration's " + PREFIX + name);
    }

    private ParameterException wrong(String name, String reason) {
        return wrong(describe(name) + ": " + reason);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
