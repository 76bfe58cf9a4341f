package dev.postern.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few lines that {@code client-gen/README.md} shows for each language, as files that the tests of the language run. */
public final class Readme {

    private Readme() {
    }

    /**
     * The code under the heading of a language.
     *
     * @param language as in the heading, e.g. Python
     * @param base the folder of the language
     * @throws IllegalStateException if there is no such heading with a block of code under it
     */
    public static String snippet(String language, Path base) throws IOException {
        Matcher code = Pattern.compile("(?ms)^### " + Pattern.quote(language) + "$.*?^```\\w+\\n(.*?)^```$")
            .matcher(Files.readString(base.resolve("../README.md")));
        if (!code.find()) {
            throw new IllegalStateException("client-gen/README.md has no code under '### " + language + "'");
        }
        return code.group(1);
    }

    /** Leaves the code in {@code target/readme.txt}, from where the commands of the language take it. */
    static void write(String language, Path base) throws IOException {
        Files.writeString(base.resolve("target/readme.txt"), snippet(language, base));
    }
}
