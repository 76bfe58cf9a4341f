package dev.postern.conformance.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings are found that just match, or just miss, the kinds of patterns that the descriptions have. */
class StringsTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "^[^<>]*$", "^(02|06|10|14|18|22):00:00$", "^[A-Za-z][A-Za-z0-9_-]*$", "^[0-9A-Za-z_-]{1,64}$",
        "^(?!_sys_)[\\p{L}\\p{N} _.:=+@-]+$", "^[A-Za-z\\u4e00-\\u9fff][A-Za-z0-9_\\u4e00-\\u9fff]*$",
        "^[A-Za-z0-9][A-Za-z0-9_!@#$%*-]*$", "^\\d{2}\\w?\\.x$", "^(?:a|b){2}\"?$", "abc"
    })
    void findsStringsOnBothSidesOfAPattern(String regex) {
        Pattern pattern = Pattern.compile(regex);
        Strings strings = new Strings(regex, 0, 255, false);
        assertTrue(pattern.matcher(strings.shortestNotEmpty()).find(), strings::shortestNotEmpty);
        assertFalse(strings.misses().isEmpty());
        for (String miss : strings.misses()) {
            assertFalse(pattern.matcher(miss).matches(), miss);
            assertTrue(miss.length() <= 255, miss);
        }
    }

    @Test
    void findsStringsOfALength() {
        assertEquals("A".repeat(64), new Strings("^[A-Z][A-Z0-9_-]*$", 3, 64, false).ofLength(64).replaceAll(".", "A"));
        assertNull(new Strings("^(02|06):00:00$", 0, -1, false).ofLength(7));
        assertEquals(7, new Strings("^(02|06):00:00$", 0, -1, false).anyOfLength(7).length());
        assertEquals("", new Strings(null, 0, 5, false).ofLength(0));
    }

    @Test
    void findsTheLongestWhereThePatternEndsItself() {
        assertEquals(64, new Strings("^[0-9A-Za-z_-]{1,64}$", 0, -1, false).longest().length());
        assertNull(new Strings("^[a-z]+$", 0, -1, false).longest());
        assertTrue(new Strings("^[a-z]{1,3}$", 0, -1, false).misses().stream().anyMatch(miss -> miss.length() == 4));
    }

    @Test
    void keepsStringsForPathsFreeOfItsStructure() {
        Set<String> misses = new Strings("^[0-9A-Za-z_-]{1,64}$", 0, -1, true).misses();
        assertFalse(misses.isEmpty());
        misses.forEach(miss -> assertTrue(miss.matches("[0-9A-Za-z_!$'()*,~-]+"), miss));
    }

    @Test
    void triesALineBreakBehindAFittingValue() {
        assertTrue(new Strings("^[a-z]+$", 0, -1, false).misses().stream().anyMatch(miss -> miss.endsWith("\n")));
    }
}
