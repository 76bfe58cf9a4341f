package dev.postern;

import dev.postern.control.Seed;
import dev.postern.data.DatabaseUrl;
import dev.postern.error.ApiException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Starts the server from the command line. */
@Command(name = "postern", mixinStandardHelpOptions = true, versionProvider = Postern.Version.class,
    sortOptions = false, abbreviateSynopsis = true,
    description = "API Gateway on your own machine: real state, the vendor's exact errors, no account.",
    footer = {"", "Every option can also be set in the environment, e.g. POSTERN_PORT for --port."})
public class Postern implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "${env:POSTERN_PORT:-8080}",
        description = "Port to listen on, 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "${env:POSTERN_HOST:-127.0.0.1}",
        description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    private String host;

    @Option(names = "--data-dir", paramLabel = "FOLDER", defaultValue = "${env:POSTERN_DATA_DIR}",
        description = "Folder to keep the state in; it is made if need be. Without it the state is in memory.")
    private Path dataDir;

    @Option(names = "--database-url", paramLabel = "URL", defaultValue = "${env:POSTERN_DATABASE_URL}",
        description = "JDBC URL of a PostgreSQL database to keep the state in, "
            + "e.g. jdbc:postgresql://localhost/postern?user=me&password=secret.")
    private String databaseUrl;

    @Option(names = "--seed", paramLabel = "FILE", defaultValue = "${env:POSTERN_SEED}",
        description = "State to begin with, as YAML or JSON, in the form of GET /_postern/state. "
            + "It is left alone when there is a state already.")
    private Path seed;

    @Option(names = "--transition-time", paramLabel = "TIME", defaultValue = "${env:POSTERN_TRANSITION_TIME:-2s}",
        description = "How long it takes to create, resize or delete a gateway, e.g. 0s, 500ms, 2s, 5m "
            + "(default: ${DEFAULT-VALUE}).")
    private String transitionTime;

    /** Runs until the process is asked to stop; exits with 2 for options that make no sense. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Postern()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Map<String, Object> settings = settings();
        try (EmbeddedServer server = ApplicationContext.builder(settings).banner(false).start()
                .getBean(EmbeddedServer.class)) {
            if (seed != null) {
                server.getApplicationContext().getBean(Seed.class).plant(seed);
            }
            server.start();
            System.out.println("Postern is ready at " + server.getURL());
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.stop();
                stopped.countDown();
            }));
            stopped.await();
            return CommandLine.ExitCode.OK;
        } catch (ApiException e) {
            throw new ParameterException(command.commandLine(), "--seed " + seed + ": " + e.body().errorMsg());
        }
    }

    private Map<String, Object> settings() throws Exception {
        if (port < 0 || port > 65535) {
            throw wrong("--port " + port + ": a port is a number from 0 to 65535");
        }
        if (dataDir != null && databaseUrl != null) {
            throw wrong("--data-dir and --database-url exclude each other: the state is in one place");
        }
        if (databaseUrl != null && !databaseUrl.startsWith("jdbc:postgresql:")) {
            throw wrong("--database-url " + databaseUrl + ": it must begin with jdbc:postgresql:");
        }
        if (seed != null && !Files.isReadable(seed)) {
            throw wrong("--seed " + seed + ": there is no such file, or it cannot be read");
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("postern.port", port == 0 ? -1 : port);
        settings.put("postern.host", host);
        settings.put("postern.transition-time", duration());
        if (dataDir != null) {
            try {
                Files.createDirectories(dataDir);
            } catch (java.io.IOException e) {
                throw wrong("--data-dir " + dataDir + ": the folder cannot be made");
            }
            settings.put("postern.database-url", DatabaseUrl.inFolder(dataDir));
        } else if (databaseUrl != null) {
            settings.put("postern.database-url", databaseUrl);
        }
        return settings;
    }

    private Duration duration() {
        return io.micronaut.core.convert.ConversionService.SHARED.convert(transitionTime, Duration.class)
            .filter(time -> !time.isNegative())
            .orElseThrow(() -> wrong("--transition-time " + transitionTime
                + ": a time is a number with a unit, e.g. 0s, 500ms, 2s, 5m"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /** The version of the build. */
    static class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Postern.class.getPackage().getImplementationVersion();
            return new String[] {"postern " + (version == null ? "(not packaged)" : version)};
        }
    }
}
