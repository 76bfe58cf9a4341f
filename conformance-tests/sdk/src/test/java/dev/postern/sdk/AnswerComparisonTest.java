package dev.postern.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What a case says of an answer is all in which it may differ from the documented one. */
class AnswerComparisonTest {

    private static final String DOCUMENTED = "{\"size\": 2, \"none\": null, \"list\": [{\"id\": \"b\"}, {\"id\": \"a\"}]}";

    private static void compare(Consumer<AnswerComparison> settings, String received) throws Exception {
        AnswerComparison comparison = new AnswerComparison();
        settings.accept(comparison);
        comparison.compare(tree(DOCUMENTED), tree(received));
    }

    private static JsonNode tree(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }

    private static void equal(Consumer<AnswerComparison> settings, String received) {
        assertDoesNotThrow(() -> compare(settings, received));
        differ(nothing -> { }, received);
    }

    private static void differ(Consumer<AnswerComparison> settings, String received) {
        assertThrows(AssertionError.class, () -> compare(settings, received));
    }

    @Test
    void takesNullForAbsent() {
        assertDoesNotThrow(() -> compare(nothing -> { }, "{\"size\": 2, \"list\": [{\"id\": \"b\"}, {\"id\": \"a\"}]}"));
    }

    @Test
    void takesAListInAnyOrderWhereItIsTold() {
        String otherOrder = "{\"size\": 2, \"list\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}";
        equal(comparison -> comparison.unordered("list"), otherOrder);
        differ(comparison -> comparison.unordered("list"), otherOrder.replace("b", "c"));
    }

    @Test
    void takesAnotherValueWhereItIsTold() {
        String other = "{\"size\": 3, \"list\": [{\"id\": \"b\"}, {\"id\": \"c\"}]}";
        equal(comparison -> {
            comparison.patched("size", 3);
            comparison.patched("/list/1/id", "c");
        }, other);
        differ(comparison -> comparison.patched("size", 3), other);
    }

    @Test
    void takesANewValueOfTheRightForm() {
        String other = "{\"size\": 2, \"list\": [{\"id\": \"b\"}, {\"id\": \"new\"}]}";
        equal(comparison -> comparison.generated("/list/1/id", "[a-z]{3}"), other);
        differ(comparison -> comparison.generated("/list/1/id", "[0-9]+"), other);
    }
}
