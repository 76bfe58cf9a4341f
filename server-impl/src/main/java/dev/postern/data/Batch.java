package dev.postern.data;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorBody;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What became of an operation on several things: it succeeds for those it can, and says of the others why not.
 *
 * @param successCount for how many it succeeded
 * @param failure the others, in the order in which they were given
 */
public record Batch<F>(int successCount, List<F> failure) {

    /**
     * Does the same to each of several things; one named twice counts once.
     *
     * @param ids the things; none when null
     * @param action what to do; refuses by throwing before it changed anything
     * @param failed what to say of a thing that was refused
     */
    public static <F> Batch<F> of(List<String> ids, Consumer<String> action, BiFunction<String, ErrorBody, F> failed) {
        int successes = 0;
        List<F> failures = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids == null ? List.of() : ids)) {
            try {
                action.accept(id);
                successes++;
            } catch (ApiException e) {
                failures.add(failed.apply(id, e.body()));
            }
        }
        return new Batch<>(successes, failures);
    }
}
