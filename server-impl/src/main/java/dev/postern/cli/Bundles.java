package dev.postern.cli;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The bundled descriptions on the class path. */
final class Bundles {

    private static final String FOLDER = "META-INF/postern/spec";

    private Bundles() {
    }

    /** Each description by its name, e.g. apig. */
    static Map<String, String> read() throws IOException {
        URL folder = Bundles.class.getResource("/" + FOLDER);
        if (folder.openConnection() instanceof JarURLConnection jar) {
            Path file = Path.of(java.net.URI.create(jar.getJarFileURL().toString()));
            try (FileSystem files = FileSystems.newFileSystem(file)) {
                return read(files.getPath(FOLDER));
            }
        }
        return read(Path.of(java.net.URI.create(folder.toString())));
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> descriptions = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.endsWith("openapi.yaml")).toList()) {
                descriptions.put(folder.relativize(file).getName(0).toString().replace("/", ""),
                    Files.readString(file));
            }
        }
        return descriptions;
    }
}
