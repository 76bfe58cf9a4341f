package dev.postern.cli;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version, the build and the Java that runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("/META-INF/postern/build.properties")) {
            build.load(file);
        }
        return new String[] {
            "postern " + build.getProperty("version"),
            "build   " + build.getProperty("time"),
            "java    " + System.getProperty("java.vm.version") + " " + System.getProperty("java.vm.vendor")};
    }
}
