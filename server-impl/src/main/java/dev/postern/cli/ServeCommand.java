package dev.postern.cli;

import dev.postern.control.Seed;
import dev.postern.data.SharedWrites;
import dev.postern.error.ApiException;
import dev.postern.log.Logging;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Serves until the process is asked to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Version.class,
    sortOptions = false, abbreviateSynopsis = true,
    description = "Serve until stopped. Requests in flight are finished first.",
    optionListHeading = "%nOptions, each with its name in the environment:%n",
    footerHeading = "%nExamples:%n",
    footer = {
        "  postern serve --port 0 --transition-time 0s",
        "  postern serve --data-dir state --seed seed.yaml",
        "  postern serve --auth strict --seed users.yaml",
        "  POSTERN_PORT=9090 POSTERN_LOG_LEVEL=debug postern serve",
        "",
        "Options win over the environment, and that over the configuration file, where",
        "--data-dir is 'postern: {data-dir: state}' and so on. Secrets belong into the",
        "environment or the file: options can be seen by others."})
final class ServeCommand implements Callable<Integer> {

    /** H2's code for a database that another process has open. */
    private static final int OPEN_ELSEWHERE = 90020;

    @Spec
    private CommandSpec command;

    @Option(names = "--port", paramLabel = "PORT",
        description = "Port to listen on, 0 for any that is free; 8080 unless said otherwise. POSTERN_PORT")
    private String port;

    @Option(names = "--host", paramLabel = "HOST",
        description = "Address to listen on; 127.0.0.1, this machine only, unless said otherwise. POSTERN_HOST")
    private String host;

    @Option(names = "--data-dir", paramLabel = "FOLDER",
        description = "Folder to keep the state in; it is made if need be. Without it the state is in memory. "
            + "POSTERN_DATA_DIR")
    private String dataDir;

    @Option(names = "--database-url", paramLabel = "URL",
        description = "Keep the state in PostgreSQL: jdbc:postgresql://localhost/postern?user=me&password=secret. "
            + "POSTERN_DATABASE_URL")
    private String databaseUrl;

    @Option(names = "--seed", paramLabel = "FILE",
        description = "State to begin with, as YAML or JSON, in the form of GET /_postern/state. It is left alone "
            + "when there is a state already. POSTERN_SEED")
    private String seed;

    @Option(names = "--auth", paramLabel = "MODE",
        description = "open: any token or signature is taken. strict: only users and keys of the seed. "
            + "open unless said otherwise. POSTERN_AUTH")
    private String auth;

    @Option(names = "--admin-token", paramLabel = "TOKEN",
        description = "What the control API wants in strict mode; without it, it is off then. POSTERN_ADMIN_TOKEN")
    private String adminToken;

    @Option(names = "--transition-time", paramLabel = "TIME",
        description = "How long creating, resizing and deleting a gateway take: 0s, 500ms, 5m; 2s unless said "
            + "otherwise. POSTERN_TRANSITION_TIME")
    private String transitionTime;

    @Option(names = "--gateways-per-project", paramLabel = "NUMBER",
        description = "How many gateways a project may have; 5, as in the cloud, unless said otherwise. "
            + "POSTERN_GATEWAYS_PER_PROJECT")
    private String gatewaysPerProject;

    @Option(names = "--log-level", paramLabel = "LEVEL",
        description = "error, warn, info or debug, which has a line for each request; info unless said otherwise. "
            + "POSTERN_LOG_LEVEL")
    private String logLevel;

    @Option(names = "--log-format", paramLabel = "FORMAT",
        description = "text or json, one object a line; text unless said otherwise. POSTERN_LOG_FORMAT")
    private String logFormat;

    @Option(names = "--config", paramLabel = "FILE",
        description = "Configuration file, as YAML. POSTERN_CONFIG")
    private String config;

    @Override
    public Integer call() throws Exception {
        Settings settings = new Settings(command);
        settings.useConfigurationFile();
        ApplicationContext context = ApplicationContext.builder(settings.given())
            .banner(false).deduceEnvironment(false).bootstrapEnvironment(false).build();
        context.getEnvironment().start();
        context.getEnvironment().addPropertySource(PropertySource.of("derived", settings.check(context)));
        Logging.set(settings.logLevel(), settings.logFormat());
        start(context, settings);
        new CountDownLatch(1).await();
        return 0;
    }

    private void start(ApplicationContext context, Settings settings) throws Exception {
        try {
            context.start();
            if (settings.seed() != null) {
                plant(context, settings);
            }
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            Runtime.getRuntime().addShutdownHook(new Thread(context::close, "stop"));
            System.out.println("Postern is ready at " + server.getURL());
        } catch (RuntimeException e) {
            context.close();
            throw e instanceof ParameterException ? e : explained(e, settings);
        }
    }

    private void plant(ApplicationContext context, Settings settings) throws IOException {
        try {
            context.getBean(Seed.class).plant(settings.seed());
            context.findBean(SharedWrites.class).ifPresent(SharedWrites::write);
        } catch (ApiException e) {
            throw new ParameterException(command.commandLine(),
                settings.describe("seed") + ": " + e.body().errorMsg(), e);
        }
    }

    private static RuntimeException explained(RuntimeException failure, Settings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new Failure(settings.describe("port") + " cannot be listened on at "
                    + settings.describe("host") + ": " + cause.getMessage(), failure);
            }
            if (cause instanceof SQLException sql) {
                return new Failure(sql.getErrorCode() == OPEN_ELSEWHERE
                    ? settings.describe("data-dir") + " is in use: another process keeps its state there"
                    : "the database cannot be used: " + sql.getMessage().lines().findFirst().orElse(""), failure);
            }
        }
        return failure;
    }
}
