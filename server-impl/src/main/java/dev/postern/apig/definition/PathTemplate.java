package dev.postern.apig.definition;

import dev.postern.error.Dialect;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths with variables in braces, and the names of those in order. */
final class PathTemplate {

    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9._-]{0,31})(\\+?)}");

    private PathTemplate() {
    }

    /**
     * A path that callers use: a variable is a whole segment, and one with a plus sign the last.
     *
     * @param field what refusals call the path
     */
    static Set<String> ofCalls(String field, String path) {
        Set<String> variables = new LinkedHashSet<>();
        String[] segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            Matcher variable = VARIABLE.matcher(segments[i]);
            if (variable.matches()) {
                boolean inPlace = variable.group(2).isEmpty() || i == segments.length - 1;
                refuseUnless(inPlace && variables.add(variable.group(1)), field);
            } else {
                refuseUnless(segments[i].indexOf('{') < 0 && segments[i].indexOf('}') < 0, field);
            }
        }
        return variables;
    }

    /** A path of a backend: variables stand anywhere. */
    static Set<String> ofBackend(String field, String path) {
        Set<String> variables = new LinkedHashSet<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            variables.add(variable.group(1));
        }
        String rest = variable.replaceAll("");
        refuseUnless(rest.indexOf('{') < 0 && rest.indexOf('}') < 0, field);
        return variables;
    }

    private static void refuseUnless(boolean kept, String field) {
        if (!kept) {
            throw Dialect.APIG.invalidField(field, "its braces hold no variable that can be there");
        }
    }
}
