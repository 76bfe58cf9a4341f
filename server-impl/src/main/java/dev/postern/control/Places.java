package dev.postern.control;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What a state names and refers to, so that a mistake in it is refused with its place and the reason. */
public final class Places {

    private final Set<List<String>> known = new HashSet<>();

    /**
     * Notes a name that may be there once.
     *
     * @param kind what it names, e.g. {@code API group}
     * @param scope where it must be unique, e.g. the id of the gateway; null for the whole state
     */
    public void define(String place, String kind, String scope, String name) {
        if (name != null && !known.add(List.of(kind, String.valueOf(scope), name))) {
            throw refused(place, "there is another " + kind + " " + name);
        }
    }

    /** Refuses a reference to something that was not defined before. */
    public void require(String place, String kind, String scope, String name) {
        if (!known.contains(List.of(kind, String.valueOf(scope), name))) {
            throw refused(place, "there is no " + kind + " " + name + (scope == null ? "" : " in this gateway"));
        }
    }

    /** How many names there are. */
    int number() {
        return known.size();
    }

    /** Refuses the state for what stands at a place. */
    public static ApiException refused(String place, String reason) {
        return new ApiException(ErrorCode.POSTERN_0400, place + ": " + reason);
    }

    /** Goes through a list that may be missing, with the place of each item. */
    public static <T> void each(String place, List<T> list, BiConsumer<String, T> action) {
        for (int i = 0; list != null && i < list.size(); i++) {
            action.accept(place + "[" + i + "]", list.get(i));
        }
    }

    /** A list as the state shows it: what is empty is left out. */
    public static <T, R> List<R> orNull(List<T> rows, Function<T, R> shown) {
        return rows.isEmpty() ? null : rows.stream().map(shown).toList();
    }
}
