package dev.postern.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator {@code wrk}, pinned to one core. */
final class Wrk {

    private static final String CORE = "0";

    private Wrk() {
    }

    /**
     * What one round showed.
     *
     * @param perSecond requests a second
     * @param p99 milliseconds
     */
    record Round(double perSecond, double p99) {
    }

    /**
     * Loads a URL for some seconds.
     *
     * @param connections how many requests are under way at once
     * @param script what else wrk is to do, a script in Lua; null for GET
     * @throws IllegalStateException if any answer has a status of 400 or more, or there is none at all
     */
    static Round load(String url, int connections, int seconds, String script) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("taskset", "-c", CORE, "wrk", "-t1", "-c" + connections,
            "-d" + seconds + "s", "--latency", "-H", "X-Auth-Token: a-token"));
        if (script != null) {
            words.addAll(List.of("-s", script));
        }
        words.add(url);
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || output.contains("Non-2xx") || !output.contains("Requests/sec")) {
            throw new IllegalStateException(String.join(" ", words) + ":\n" + output);
        }
        return new Round(Double.parseDouble(found(output, "Requests/sec:\\s+([\\d.]+)").group(1)), p99(output));
    }

    static double p99(String output) {
        Matcher p99 = found(output, "99%\\s+([\\d.]+)(us|ms|s|m)");
        double value = Double.parseDouble(p99.group(1));
        return switch (p99.group(2)) {
            case "us" -> value / 1000;
            case "ms" -> value;
            case "s" -> value * 1000;
            default -> value * 60_000;
        };
    }

    private static Matcher found(String output, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk prints no " + pattern + ":\n" + output);
        }
        return matcher;
    }
}
