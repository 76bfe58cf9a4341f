package dev.postern.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;

import java.util.Optional;

/**
 * The settings that hold for the request at hand: read once when it begins, and so no older than it. Nothing is kept
 * between requests, because another server on the same database may have changed it.
 */
@Singleton
public class CurrentSettings {

    private static final String ATTRIBUTE = CurrentSettings.class.getName();

    private final SettingsRepository repository;

    CurrentSettings(SettingsRepository repository) {
        this.repository = repository;
    }

    /** Reads the settings for the rest of a request. */
    public Settings begin(HttpRequest<?> request) {
        Settings settings = read();
        request.setAttribute(ATTRIBUTE, settings);
        return settings;
    }

    /** Forgets what was read, because time went by; {@link #get} reads it again. */
    public void forget(HttpRequest<?> request) {
        request.removeAttribute(ATTRIBUTE, Settings.class);
    }

    /** What was read for a request, if that was done. */
    public Optional<Settings> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Settings.class);
    }

    /** What was read for the request at hand; read now where nothing was, as for those that change settings. */
    public Settings get() {
        return ServerRequestContext.currentRequest()
            .flatMap(this::of)
            .orElseGet(this::read);
    }

    /** What holds now. */
    public Settings read() {
        return repository.findById(Settings.ONLY).orElseThrow();
    }
}
