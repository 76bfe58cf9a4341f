package dev.postern.client;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Goes through the pages of an operation that lists. */
public final class Pages {

    private Pages() {
    }

    /**
     * Everything that an operation lists, page by page as it is asked for, until a page is empty.
     *
     * <p>{@code Pages.stream(100, (offset, limit) -> gateways.listInstancesV2(project, offset, limit, null, null, null),
     * ListInstancesV2Response::getInstances)}
     *
     * @param limit how much to ask for at a time
     * @param list gets a page
     * @param items what is on a page
     */
    public static <P, T> Stream<T> stream(int limit, Call<P> list, Function<? super P, ? extends List<T>> items) {
        if (limit < 1) {
            throw new IllegalArgumentException("A page has to have at least 1 item, not " + limit);
        }
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(
            new Items<>(limit, list, items), Spliterator.ORDERED), false);
    }

    /**
     * An operation that lists.
     *
     * @param <P> a page
     */
    @FunctionalInterface
    public interface Call<P> {

        /** The page that begins at an offset. */
        P page(long offset, int limit);
    }

    private static final class Items<P, T> implements Iterator<T> {

        private final int limit;
        private final Call<P> list;
        private final Function<? super P, ? extends List<T>> items;
        private List<T> page = List.of();
        private int next;
        private long offset;
        private boolean ended;

        Items(int limit, Call<P> list, Function<? super P, ? extends List<T>> items) {
            this.limit = limit;
            this.list = list;
            this.items = items;
        }

        @Override
        public boolean hasNext() {
            if (next == page.size() && !ended) {
                List<T> following = items.apply(list.page(offset, limit));
                page = following == null ? List.of() : following;
                next = 0;
                offset += page.size();
                ended = page.isEmpty();
            }
            return !ended;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.get(next++);
        }
    }
}
