package dev.postern.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;

import java.util.List;

/** Sets the log up, in code because reading it from XML takes a tenth of a second at every start. */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {

    private static final String OWN = "dev.postern";
    private static final List<String> TALKATIVE =
        List.of("org.flywaydb", "com.zaxxer.hikari", "io.micronaut.context", "io.micronaut.runtime");
    /** Failures are logged where they are answered, refusals nowhere; so are those of connections. */
    private static final List<String> ANSWERED =
        List.of("io.micronaut.http.server.RouteExecutor", "com.zaxxer.hikari.pool.ProxyConnection",
            "io.micronaut.transaction.jdbc.DataSourceTransactionManager");

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        apply(loggers, "info", LogFormat.TEXT);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * Changes the level and the format. Only Postern's own lines go below INFO: those of the libraries would show
     * values of requests and statements, secrets among them.
     */
    public static void set(String level, LogFormat format) {
        apply((LoggerContext) LoggerFactory.getILoggerFactory(), level, format);
    }

    private static void apply(LoggerContext loggers, String name, LogFormat format) {
        Level level = Level.toLevel(name);
        Encoder<ILoggingEvent> encoder = format.encoder();
        encoder.setContext(loggers);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(loggers);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
        root.setLevel(atLeast(Level.INFO, level));
        TALKATIVE.forEach(logger -> loggers.getLogger(logger).setLevel(atLeast(Level.WARN, level)));
        ANSWERED.forEach(logger -> loggers.getLogger(logger).setLevel(Level.OFF));
        loggers.getLogger(OWN).setLevel(level);
    }

    private static Level atLeast(Level least, Level level) {
        return level.isGreaterOrEqual(least) ? level : least;
    }
}
