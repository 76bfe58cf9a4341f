package dev.postern.client;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Pages are asked for as they are needed, until there is nothing left. */
class PagesTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void everythingComesOnceAndInOrder() {
        for (int total : List.of(0, 1, 9, 10, 11, 20, 25)) {
            assertEquals(IntStream.range(0, total).boxed().toList(),
                Pages.stream(10, (offset, limit) -> page(total, offset, limit), page -> page).toList());
        }
    }

    @Test
    void aPageIsAskedForWhenItIsNeeded() {
        var items = Pages.stream(10, (offset, limit) -> page(25, offset, limit), page -> page);
        assertEquals(List.of(), asked);
        assertEquals(11, items.limit(11).count());
        assertEquals(List.of("0+10", "10+10"), asked);
    }

    @Test
    void aServerMayGiveLessThanIsAskedFor() {
        assertEquals(25, Pages.stream(500, (offset, limit) -> page(25, offset, 10), page -> page).count());
        assertEquals(0, Pages.stream(10, (offset, limit) -> asked, page -> (List<Integer>) null).count());
    }

    @Test
    void aPageHasAnItem() {
        assertThrows(IllegalArgumentException.class, () -> Pages.stream(0, (offset, limit) -> asked, page -> page));
    }

    private List<Integer> page(int total, long offset, int limit) {
        asked.add(offset + "+" + limit);
        return IntStream.range((int) offset, (int) Math.min(total, offset + limit)).boxed().toList();
    }
}
