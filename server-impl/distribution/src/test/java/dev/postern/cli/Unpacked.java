package dev.postern.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The distribution as its users have it: unpacked, in a folder with a space in its name. */
final class Unpacked {

    private final Path home;

    private Unpacked(Path home) {
        this.home = home;
    }

    static Unpacked in(Path folder) throws IOException {
        Path target = Files.createDirectories(folder.resolve("post ern"));
        Path home = null;
        try (InputStream file = Files.newInputStream(Path.of(System.getProperty("postern.zip")));
             ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                }
                home = target.resolve(Path.of(entry.getName()).getName(0));
            }
        }
        home.resolve("bin/postern").toFile().setExecutable(true);
        return new Unpacked(home);
    }

    Path home() {
        return home;
    }

    /** Runs a command to its end. */
    Ended run(Map<String, String> environment, String... arguments) throws Exception {
        Path out = temporary(".out");
        Path err = temporary(".err");
        Process process = start(home.resolve("bin/postern"), environment, out, err, arguments);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + String.join(" ", arguments));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A file that is gone after the tests. */
    static Path temporary(String suffix) throws IOException {
        Path file = Files.createTempFile("postern", suffix);
        file.toFile().deleteOnExit();
        return file;
    }

    /** Starts a command, from the root folder; nothing is made in the background. */
    static Process start(Path executable, Map<String, String> environment, Path out, Path err, String... arguments)
        throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("POSTERN_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("POSTERN_ARCHIVE", "off");
        builder.environment().putAll(environment);
        return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    /** What a command said and how it ended. */
    record Ended(int status, String out, String err) {
    }
}
