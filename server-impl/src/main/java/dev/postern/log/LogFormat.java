package dev.postern.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;

import java.util.function.Supplier;

/** How lines of the log look. */
public enum LogFormat {

    /** For people. */
    TEXT(TextEncoder::new),
    /** For programs: one JSON object a line. */
    JSON(JsonEncoder::new);

    private final Supplier<Encoder<ILoggingEvent>> encoder;

    LogFormat(Supplier<Encoder<ILoggingEvent>> encoder) {
        this.encoder = encoder;
    }

    Encoder<ILoggingEvent> encoder() {
        return encoder.get();
    }
}
