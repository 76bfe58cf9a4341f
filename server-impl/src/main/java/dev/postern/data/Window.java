package dev.postern.data;

import io.micronaut.data.model.Pageable;
import io.micronaut.data.model.Sort;

/**
 * The part of a list that {@code offset} and {@code limit} ask for; unlike a page it may begin anywhere.
 *
 * @param offset how many matches to leave out, 0 or more
 * @param limit how many to answer with at most, 1 or more
 * @param sort the order, which must be total for windows to be stable
 */
public record Window(long offset, int limit, Sort sort) implements Pageable {

    @Override
    public int getNumber() {
        return (int) Math.min(offset / limit, Integer.MAX_VALUE);
    }

    @Override
    public int getSize() {
        return limit;
    }

    @Override
    public long getOffset() {
        return offset;
    }

    @Override
    public Sort getSort() {
        return sort;
    }

    @Override
    public java.util.List<Order> getOrderBy() {
        return sort.getOrderBy();
    }
}
