package dev.postern.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Values that no client should send, whatever the place: as JSON for bodies, as text for parameters. */
final class Hostile {

    /** Texts that mean something to a database, a log, a shell, a template or a browser. */
    static final List<String> INJECTIONS = List.of(
            "' OR '1'='1", "'; DROP TABLE gateway; --", "\"; SHUTDOWN; --", "1) UNION SELECT 1 --", "%' AND 1=1 --", "\\'",
            "a%", "a_", "a\r\n12:00:00.000 ERROR Forged - line", "a\nb", "\u001b[31mred", "a\u2028b", "${jndi:ldap://127.0.0.1:1/a}",
            "${7*7}", "#{1+1}", "{{7*7}}", "%s%n%x", "{} {}", "$(id)", "`id`", "../../etc/passwd", "..\\..\\x", "<script>alert(1)</script>",
            "a;b=c", "a&b=c", "a=b", "a,b", "a/b", "a?b", "a#b", "%00", "%2e%2e%2f", "null", "true", "NaN", "0x10", "1e5");

    /** Characters that are trouble of their own: none, blank, half a character, those that do not show. */
    private static final List<String> CHARACTERS = List.of(
            "", " ", "\t", "\u0000", "a\u0000b", "\ud800", "a\udc00b", "\udfff\ud800", "\uffff", "\ufeffa", "\u202eabc",
            "e\u0301", "\u00df\u0130", "\ud83d\ude00", "\u4e2d\u6587", "Ａ");

    /** Numbers at and beyond the ends of what numbers can be. */
    private static final List<String> NUMBERS = List.of(
            "0", "-0", "-0.0", "-1", "1.0", "1.5", "1e400", "-1e400", "1e-400", "1e2147483648", "1E+2", "2147483648",
            "-2147483649", "9223372036854775808", "1" + "0".repeat(400), "0." + "1".repeat(900), "01", "+1", ".5", "NaN", "Infinity");

    private static final int LONG_TEXT = 70_000;

    /** As text. */
    static final List<String> TEXTS = texts();

    /** As JSON, some of it not even that. */
    static final List<String> JSON = json();

    private Hostile() {
    }

    private static List<String> json() {
        List<String> all = new ArrayList<>(List.of("null", "true", "false", "[]", "{}", "[[]]", "[null]", "[{}]", "[7]", "[\"a\"]",
                "{\"\": 1}", "{\"a\": null}", "{\"a\": 1, \"a\": 2}", "[".repeat(900) + "]".repeat(900),
                "[".repeat(5_000) + "]".repeat(5_000), "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000), "[" + "7,".repeat(20_000) + "7]",
                "[" + "\"a\",".repeat(5_000) + "\"a\"]", "undefined", "'a'", "\"\\x41\"", "\"\\ud800\"", "\"\\u0000\"", "/* a */ 1", "",
                "7, \"x_postern_unknown\": 7"));
        all.addAll(NUMBERS);
        TEXTS.forEach(text -> all.add(quoted(text)));
        return all;
    }

    private static List<String> texts() {
        List<String> all = new ArrayList<>(CHARACTERS);
        all.addAll(INJECTIONS);
        all.addAll(NUMBERS);
        all.add("x".repeat(LONG_TEXT));
        all.add("\u4e2d".repeat(300));
        return all;
    }

    /** A text as JSON, with everything but plain letters escaped: so halves of characters get through as they are. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c >= ' ' && c < 127 && c != '"' && c != '\\') {
                json.append((char) c);
            } else {
                json.append(String.format("\\u%04x", c));
            }
        });
        return json.append('"').toString();
    }
}
