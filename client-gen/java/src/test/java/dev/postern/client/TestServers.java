package dev.postern.client;

import dev.postern.clients.Servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The servers that the clients of all languages are tried with, started once for all tests. */
final class TestServers {

    private static final Map<String, String> ENVIRONMENT = start();

    private TestServers() {
    }

    static String get(String name) {
        return ENVIRONMENT.get("POSTERN_" + name);
    }

    static Map<String, String> environment() {
        return ENVIRONMENT;
    }

    static Credentials login() {
        return Clients.login(get("STRICT_ENDPOINT"), get("DOMAIN"), get("USER"), get("PASSWORD"), get("PROJECT_ID"));
    }

    private static Map<String, String> start() {
        try {
            return new Servers().environment();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
