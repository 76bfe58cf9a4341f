package dev.postern.data;

import io.micronaut.data.model.jpa.criteria.PersistentEntityCriteriaQuery;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;
import io.micronaut.data.repository.jpa.criteria.QuerySpecification;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Root;

import java.util.List;
import java.util.function.BiFunction;

/**
 * The part of a list that {@code offset} and {@code limit} ask for.
 *
 * @param items the rows of that part
 * @param total how many rows match in all
 */
public record Page<T>(List<T> items, long total) {

    /**
     * Reads one part of the rows that match.
     *
     * @param order a total order, so that parts are stable
     * @param offset how many matches to leave out, 0 or more
     * @param limit how many to answer with at most, 1 or more
     */
    public static <T> Page<T> of(JpaSpecificationExecutor<T> rows, Class<T> type, QuerySpecification<T> wanted,
                                 BiFunction<Root<T>, CriteriaBuilder, List<Order>> order, long offset, int limit) {
        long total = rows.count(wanted);
        if (offset >= total) {
            return new Page<>(List.of(), total);
        }
        return new Page<>(rows.findAll(builder -> {
            PersistentEntityCriteriaQuery<T> query = (PersistentEntityCriteriaQuery<T>) builder.createQuery(type);
            Root<T> root = query.from(type);
            query.where(wanted.toPredicate(root, query, builder));
            query.orderBy(order.apply(root, builder));
            return query.limit(limit).offset(Math.toIntExact(offset));
        }), total);
    }

    /** The same, where the condition is about the rows alone. */
    public static <T> Page<T> of(JpaSpecificationExecutor<T> rows, Class<T> type, PredicateSpecification<T> wanted,
                                 BiFunction<Root<T>, CriteriaBuilder, List<Order>> order, long offset, int limit) {
        return of(rows, type, QuerySpecification.where(wanted), order, offset, limit);
    }

    /**
     * The same, newest first; those of one moment by their ids.
     *
     * @param time the property that says when a row came to be
     */
    public static <T> Page<T> newest(JpaSpecificationExecutor<T> rows, Class<T> type, PredicateSpecification<T> wanted,
                                     String time, long offset, int limit) {
        return of(rows, type, wanted, (root, builder) ->
            List.of(builder.desc(root.get(time)), builder.asc(root.get("id"))), offset, limit);
    }

    /** One part of a list that is at hand. */
    public static <T> Page<T> of(List<T> all, long offset, int limit) {
        return new Page<>(all.stream().skip(offset).limit(limit).toList(), all.size());
    }
}
