package dev.postern.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tables of figures, printed as they come and kept as {@code target/benchmarks/report.md}. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    /** Begins a table. */
    void table(String title, String... columns) throws IOException {
        line("");
        line("## " + title);
        line("");
        line("| " + String.join(" | ", columns) + " |");
        line("|" + " --- |".repeat(columns.length));
    }

    /** One row of the table; numbers are written with three digits that count. */
    void row(Object... cells) throws IOException {
        line("| " + String.join(" | ", Arrays.stream(cells).map(Report::shown).toList()) + " |");
    }

    void line(String line) throws IOException {
        System.out.println(line);
        text.append(line).append('\n');
        Files.writeString(Files.createDirectories(Path.of("target/benchmarks")).resolve("report.md"), text);
    }

    /** The one in the middle, or the mean of the two there. */
    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String shown(Object cell) {
        if (!(cell instanceof Double number)) {
            return String.valueOf(cell);
        }
        return number >= 100 ? String.format(Locale.ROOT, "%.0f", number)
            : String.format(Locale.ROOT, number >= 10 ? "%.1f" : "%.2f", number);
    }
}
